import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { apiKey } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { keyHash } from "@/lib/access/keys/key";
import * as leads from "./leads/route";
import { anApiKey, requestTo, send } from "./testing/api";

const { db } = testDatabase();
let key = "";
beforeAll(async () => {
  key = await anApiKey();
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send("POST", "/leads", { key, body, headers });

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const document = await response.json();
  expect(document.status).toBe(response.status);
  expect(document.detail).toMatch(/\.$/);
  return document;
}

describe("K.1 the public API takes a bearer key", () => {
  it.each([null, "not-a-key"])("answers 401 to the key %j and says how to ask", async (wrong) => {
    const response = await send("GET", "/leads", { key: wrong });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    await problemOf(response);
  });

  it("refuses a key from the moment it is revoked", async () => {
    const short = await anApiKey();
    expect((await send("GET", "/leads", { key: short })).status).toBe(200);
    await db
      .update(apiKey)
      .set({ revokedAt: new Date() })
      .where(eq(apiKey.hash, keyHash(short)));
    expect((await send("GET", "/leads", { key: short })).status).toBe(401);
  });

  it("answers 404 where there is nothing, and 405 with what there is", async () => {
    await problemOf(await send("GET", "/nothing/here", { key }));
    expect((await send("GET", "", { key })).status).toBe(404);
    expect((await send("DELETE", "/nothing", { key })).status).toBe(404);
    const response = await send("DELETE", "/leads", { key });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
    await problemOf(response);
  });
});

describe("Bad input gets a clear error naming the field, a 4xx, never a stack trace", () => {
  it("refuses what is not sent as JSON, or compressed", async () => {
    expect((await post("email=a", { "Content-Type": "text/plain" })).status).toBe(415);
    const compressed = await post({}, { "Content-Encoding": "gzip" });
    expect(compressed.status).toBe(415);
    // What is taken instead (RFC 9110, 15.5.16); it is JSON, so that nobody looks for the fault there.
    expect(compressed.headers.get("accept-encoding")).toBe("identity");
    expect((await problemOf(compressed)).title).not.toContain("JSON");
  });

  it("refuses a body over its limit while it still arrives", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    const request = new Request(requestTo("POST", "/leads", { key, body: "" }), {
      body: endless,
      duplex: "half",
    } as RequestInit);
    const response = await leads.POST(request, { params: Promise.resolve(undefined) });
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(16);
  });

  it.each([
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe]), "UTF-8"],
    ["nothing", "", "empty"],
    ["JSON that breaks off", '{"email": "a@b.example"', "line 1, column 24"],
    ["JSON that is too deep", `${"[".repeat(90)}${"]".repeat(90)}`, "levels"],
  ])("says what is wrong with %s", async (_, body, words) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).detail).toContain(words);
  });

  it.each([
    [{ email: "a@b.example", frstName: "A" }, "frstName"],
    [{ email: "not an address" }, "email"],
    [{ firstName: "Nobody" }, "email"],
    [{ email: "a@b.example", firstName: "x".repeat(100_000) }, "firstName"],
    [{ email: "a@b.example", firstName: "A\u0000b" }, "firstName"],
    [{ email: "a@b.example", firstName: "\ud800" }, "firstName"],
    [{ email: "a@b.example", jobTitle: { deep: [1] } }, "jobTitle"],
    [{ email: "a@b.example", capturedAt: "03/04/2026" }, "capturedAt"],
  ])("names the field of %o", async (body, field) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors).toContainEqual(
      expect.objectContaining({ field, reason: expect.any(String) }),
    );
  });

  it("says once of a number what is wrong with it, however many rules it breaks", async () => {
    const response = await post('{"email":"a@b.example","scores":{"total":99999999999999999999}}');
    const { errors } = await problemOf(response);
    expect(errors).toEqual([{ field: "scores.total", reason: "is no whole number from 0 to 100" }]);
  });

  it.each([[], "text", 7, null])("says that %j is no lead", async (body) => {
    const response = await post(JSON.stringify(body));
    expect(response.status).toBe(400);
    await problemOf(response);
  });

  it.each([
    ["status=unknown", "status"],
    ["limit=0", "limit"],
    ["limit=a", "limit"],
    ["cursor=abc", "cursor"],
    ["updatedSince=yesterday", "updatedSince"],
    ["email=nobody", "email"],
    ["colour=red", "colour"],
    ["status=ready&status=routed", "status"],
    ["externalId=%00", "externalId"],
  ])("names the parameter of ?%s", async (query, field) => {
    const response = await send("GET", `/leads?${query}`, { key });
    expect(response.status).toBe(400);
    const { errors } = await problemOf(response);
    expect(errors).toEqual([expect.objectContaining({ field })]);
  });

  it("keeps what is unusual but valid: right-to-left, emoji, long names", async () => {
    const firstName = "محمد \u{1F600}";
    const response = await post({ email: "rtl@nordlys.example", firstName, lastName: "عبد الله" });
    expect(response.status).toBe(201);
    const lead = await response.json();
    expect(lead.fields["C1.1"].value).toContain("محمد");
  });
});

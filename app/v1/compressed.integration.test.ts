import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { aWriteKey, track } from "./testing/tracker";

const { db } = testDatabase();
let basic = "";
beforeAll(async () => {
  basic = await aWriteKey();
});

const send = (call: string, body: Uint8Array, encoding = "gzip") =>
  track(call, body, { basic, headers: { "Content-Encoding": encoding } });
const packed = (body: unknown) => gzipSync(JSON.stringify(body));

/** An identify of the length that is asked for, in bytes of its JSON. */
function padded(bytes: number) {
  const email = `${randomUUID()}@nordlys.example`;
  const body = { userId: email, traits: { email }, context: { padding: "" } };
  body.context.padding = "x".repeat(bytes - JSON.stringify(body).length);
  return { email, body };
}
const leadsOf = (email: string) => db.select().from(lead).where(eq(lead.email, email));

describe("K.1 a call of the tracking API that comes compressed", () => {
  it.each(["gzip", "GZIP"])("is read as one that is not (%s)", async (encoding) => {
    const { email, body } = padded(1_000);
    expect((await send("identify", packed(body), encoding)).status).toBe(200);
    expect(await leadsOf(email)).toHaveLength(1);
  });

  it("may hold as much as one that is not, and no more", async () => {
    expect((await send("identify", packed(padded(32 * 1024).body))).status).toBe(200);
    const { email, body } = padded(32 * 1024 + 1);
    const refused = await send("identify", packed(body));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining("32 KB") });
    expect(await leadsOf(email)).toEqual([]);
  });

  it("is refused by what it inflates to, however small it comes", async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, " "), { level: 9 });
    expect(bomb.length).toBeLessThan(500 * 1024);
    const refused = await send("batch", bomb);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining("500 KB") });
  });

  it.each([
    ["is no gzip", Buffer.from("{}"), "gzip"],
    ["ends too soon", packed({ userId: "u" }).subarray(0, -9), "gzip"],
    ["is compressed otherwise", packed({ userId: "u" }), "br"],
  ])("is refused in words where it %s", async (_, body, encoding) => {
    const refused = await send("identify", body, encoding);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      message: expect.stringMatching(/valid gzip|uncompressed/),
    });
  });
});

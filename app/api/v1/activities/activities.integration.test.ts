import { beforeAll, describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { receiptDocument } from "@/lib/api/activities/endpoints";
import { anApiKey, send } from "../testing/api";

let key = "";
let leadId = "";
const now = new Date();
const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();

beforeAll(async () => {
  key = await anApiKey();
  leadId = await aLead(now, { email: "ada@nordlys.example", externalId: "crm-ada" });
});

const sendAll = async (activities: unknown) => {
  const response = await send("POST", "/activities", { key, body: { activities } });
  expect(response.status).toBe(202);
  return receiptDocument.parse(await response.json());
};
const page = (id: string, rest: object = {}) => ({
  id,
  leadId,
  kind: "page_viewed",
  occurredAt: hourAgo,
  path: "/pricing",
  ...rest,
});

describe("POST /api/v1/activities", () => {
  it("C3.1 takes activities of a lead named in each of the three ways", async () => {
    const { leadId: _, ...bare } = page("");
    const receipt = await sendAll([
      page("way-1"),
      { ...bare, id: "way-2", leadEmail: "ADA@nordlys.example" },
      { ...bare, id: "way-3", leadExternalId: "crm-ada" },
    ]);
    expect(receipt).toEqual({ accepted: 3, repeated: 0, refused: [] });
    const lead = await (await send("GET", `/leads/${leadId}`, { key })).json();
    expect(lead.fields["C3.1"].value).toEqual([
      expect.objectContaining({ text: "/pricing", count: 3 }),
    ]);
  });

  it.each([7, null, "visit", ["visit"]])("says of %j that it is no object", async (given) => {
    const reason = "It must be an object";
    expect(await sendAll([given])).toEqual({
      accepted: 0,
      repeated: 0,
      refused: [{ index: 0, reason }],
    });
  });

  it("counts a repeat of the same id once, also within one request", async () => {
    await sendAll([page("again")]);
    const receipt = await sendAll([page("again"), page("twin"), page("twin")]);
    expect(receipt).toEqual({ accepted: 1, repeated: 2, refused: [] });
  });

  it("takes each once where the same come several times at once, also under an Idempotency-Key", async () => {
    const activities = Array.from({ length: 8 }, (_, index) =>
      page(`at-once-${index}`, { path: "/at-once" }),
    );
    const keys: Record<string, string>[] = [
      {},
      {},
      { "Idempotency-Key": "at-once" },
      { "Idempotency-Key": "once-more" },
    ];
    const answers = await Promise.all(
      keys.map((headers) => send("POST", "/activities", { key, body: { activities }, headers })),
    );
    const receipts = await Promise.all(
      answers.map(async (answer) => receiptDocument.parse(await answer.json())),
    );
    const accepted = receipts.map((receipt) => receipt.accepted).toSorted();
    expect(accepted).toEqual([0, 0, 0, activities.length]);
    for (const receipt of receipts) expect(receipt.accepted + receipt.repeated).toBe(8);
    const lead = await (await send("GET", `/leads/${leadId}`, { key })).json();
    expect(lead.fields["C3.1"].value).toContainEqual(
      expect.objectContaining({ text: "/at-once", count: activities.length }),
    );
  });

  it("takes what is new of a batch where some were here before, in the transaction of its answer too", async () => {
    await sendAll([page("before")]);
    const activities = [page("before"), page("after-1"), page("after-2")];
    const headers = { "Idempotency-Key": "some-before" };
    const first = await send("POST", "/activities", { key, body: { activities }, headers });
    const receipt = { accepted: 2, repeated: 1, refused: [] };
    expect(await first.json()).toEqual(receipt);
    const again = await send("POST", "/activities", { key, body: { activities }, headers });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toEqual(receipt);
  });

  it("refuses the bad ones by index, field and reason, and takes the rest", async () => {
    const receipt = await sendAll([
      page("good-1"),
      page("no-path", { path: undefined }),
      page("no-kind", { kind: "danced" }),
      page("no-lead", { leadId: undefined, leadEmail: "nobody@nordlys.example" }),
      page("future", { occurredAt: "2099-01-01" }),
      page("bad-time", { occurredAt: "2015-2-02T00:30:08.276Z" }),
      page("nul", { title: "a\u0000b" }),
      page("unknown", { colour: "red" }),
      page("long", { title: "x".repeat(100_000) }),
      "not an activity",
      page("good-2"),
    ]);
    expect(receipt.accepted).toBe(2);
    expect(receipt.refused.map(({ index, field }) => [index, field])).toEqual([
      [1, "path"],
      [2, "kind"],
      [3, undefined],
      [4, undefined],
      [5, "occurredAt"],
      [6, "title"],
      [7, "colour"],
      [8, "title"],
      [9, undefined],
    ]);
    expect(receipt.refused.every(({ reason }) => reason.length > 5)).toBe(true);
  });

  it("refuses an empty list and more than 500, naming the list", async () => {
    const many = Array.from({ length: 501 }, (_, index) => page(`many-${index}`));
    for (const activities of [[], many, "none", undefined]) {
      const response = await send("POST", "/activities", { key, body: { activities } });
      expect(response.status).toBe(400);
      expect((await response.json()).errors[0].field).toBe("activities");
    }
  });
});

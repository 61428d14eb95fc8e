import { afterEach, beforeEach, expect, it } from "vitest";
import { HUBSPOT_FAULTS, type Hubspot, hubspotCrmGiven, startHubspot } from "@/e2e/doubles/hubspot";
import type { ReadFrom } from "../crm";
import { hubspotCrm } from "./hubspot";

const T = Date.parse("2026-06-03T09:00:00Z");
const stamp = (ms: number) => new Date(T + ms).toISOString();

let double: Hubspot;
beforeEach(async () => {
  double = await startHubspot();
  double.account.now = new Date(T + 240_000);
  double.account.contacts.push({
    ...{ id: "7", properties: { baton_id: "the-lead", lastmodifieddate: stamp(0) } },
  });
});
afterEach(() => double.close());

// How fast a machine is, is no matter here.
const soon = () => new AbortController().signal;
async function read(
  from: Omit<ReadFrom, "handedOverSince">,
  handedOverSince: Date | null = new Date(T),
) {
  const crm = hubspotCrm.open(hubspotCrmGiven(double.address));
  const changes = await crm.changes({ ...from, handedOverSince }, soon());
  if ("answer" in changes) throw new Error(changes.words);
  return changes;
}
const manyDeals = (most: number, at: (index: number) => string) => {
  for (let index = 1; index <= most; index += 1) {
    const properties = { createdate: stamp(0), dealstage: "11", hs_lastmodifieddate: at(index) };
    double.account.deals.push({ id: String(index), contactIds: ["7"], properties });
  }
};

it.each([
  ["within minutes", (index: number) => stamp(index * 50)],
  ["in one moment", () => stamp(1_000)],
])(
  "K.5 more than one reading takes, changed %s, is read on from where it was cut off",
  async (_, at) => {
    manyDeals(2_500, at);
    const first = await read({ since: new Date(T), marks: {} });
    const second = await read({ since: new Date(T), marks: first.marks });
    const seen = new Set([...first.deals, ...second.deals].map(({ dealId }) => dealId));
    expect(seen.size).toBe(2_500);
    expect(second.marks.deals?.cut).toBeUndefined();
    // What happens meanwhile to contacts does not wait for the deals.
    expect(first.marks.contacts?.cut).toBeUndefined();
    // What was late when it began is looked for once more; then only what is new is asked for.
    expect(second.marks.deals?.since).toBe(double.account.now?.toISOString());
    double.account.now = new Date(T + 3_600_000);
    const third = await read({ since: new Date(T), marks: second.marks });
    const fourth = await read({ since: new Date(T), marks: third.marks });
    const fifth = await read({ since: new Date(T), marks: fourth.marks });
    expect(fifth.deals).toEqual([]);
  },
);

it("K.5 pages that came before a limit count, and the limit is told", async () => {
  manyDeals(500, (index) => stamp(index * 50));
  double.failAfter({
    on: /deals.search/,
    answered: 2,
    reply: HUBSPOT_FAULTS["a limit with Retry-After"],
  });
  const first = await read({ since: new Date(T), marks: {} });
  expect(first.deals.length).toBeGreaterThan(300);
  expect(first.broke).toMatchObject({ cause: "rate_limited", retryAfterSeconds: 42 });
  double.failAfter(null);
  const second = await read({ since: new Date(T), marks: first.marks });
  const seen = new Set([...first.deals, ...second.deals].map(({ dealId }) => dealId));
  expect(seen.size).toBe(500);
  expect(second.broke).toBeUndefined();
});

it("K.5 asks for no deal that was opened before the first handoff, however many of them change", async () => {
  const old = { createdate: stamp(-30 * 86_400_000), dealstage: "11" };
  for (let index = 1; index <= 2_100; index += 1) {
    const properties = { ...old, hs_lastmodifieddate: stamp(index) };
    double.account.deals.push({ id: String(index), contactIds: ["7"], properties });
  }
  const won = { createdate: stamp(0), dealstage: "12", hs_lastmodifieddate: stamp(3_000) };
  double.account.deals.push({ id: "9000", contactIds: ["7"], properties: won });
  const { deals, marks } = await read({ since: new Date(T), marks: {} });
  expect(deals.map(({ dealId }) => dealId)).toEqual(["9000"]);
  expect(marks.deals?.cut).toBeUndefined();
  // While no lead is there, none can have become a deal.
  const asked = () => double.asked.filter(({ path }) => path.includes("/deals/")).length;
  const before = asked();
  expect((await read({ since: new Date(T), marks: {} }, null)).deals).toEqual([]);
  expect(asked()).toBe(before);
});

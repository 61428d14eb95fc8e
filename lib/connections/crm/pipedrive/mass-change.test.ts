import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ID_OF_LEADS,
  PIPEDRIVE_FAULTS,
  type Pipedrive,
  pipedriveGiven,
  startPipedrive,
} from "@/e2e/doubles/pipedrive";
import type { CrmChanges, ReadFrom } from "../crm";
import type { Marks } from "../reading/marks";
import { pipedrive } from "./pipedrive";

const T = Date.parse("2026-06-03T09:00:00Z");
const stamp = (ms: number) => new Date(T + ms).toISOString();

let double: Pipedrive;
beforeEach(async () => {
  double = await startPipedrive();
});
afterEach(() => double.close());

// How fast a machine is, is no matter here.
const soon = () => new AbortController().signal;
async function read(from: Omit<ReadFrom, "handedOverSince">) {
  const changes = await pipedrive
    .open(pipedriveGiven(double.address))
    .changes({ ...from, handedOverSince: null }, soon());
  if ("answer" in changes) throw new Error(changes.words);
  return changes;
}
/** Readings one after another, each from where the one before came to. */
async function readings(most: number): Promise<CrmChanges[]> {
  const all: CrmChanges[] = [];
  for (let one = 0; one < most; one += 1)
    all.push(await read({ since: new Date(T), marks: all.at(-1)?.marks ?? {} }));
  return all;
}
const leadIds = (all: readonly CrmChanges[]) =>
  new Set(all.flatMap(({ records }) => records.map(({ leadId }) => leadId)));

const manyDeals = (most: number) => {
  for (let id = 1; id <= most; id += 1)
    double.company.deals.push({
      ...{ id, custom_fields: { [ID_OF_LEADS]: `deal ${id}` }, status: "open", stage_id: 5 },
      ...{ add_time: stamp(0), update_time: stamp(id * 10) },
    });
};
const manyLeads = (most: number) => {
  for (let index = 0; index < most; index += 1)
    double.company.leads.push({
      ...{ id: `lead-${index}`, [ID_OF_LEADS]: `lead ${index}`, update_time: stamp(index * 10) },
    });
};

describe("K.5 more than one reading takes", () => {
  it("is read on from where it was cut off, deals and leads alike, and then only what is new", async () => {
    manyDeals(2_500);
    manyLeads(2_500);
    const all = await readings(2);
    expect(leadIds(all.slice(0, 1)).size).toBeLessThan(4_100);
    expect(leadIds(all).size).toBe(5_000);
    const marks: Marks = all[1]?.marks ?? {};
    expect(marks.deals).toEqual({ since: stamp(25_000) });
    const changed = stamp(3_600_000);
    Object.assign(double.company.leads[0] ?? {}, { update_time: changed });
    const last = await read({ since: new Date(T), marks });
    expect(last.records).toContainEqual(expect.objectContaining({ leadId: "lead 0" }));
    const end = await read({ since: new Date(T), marks: last.marks });
    expect(end.marks.leads).toEqual({ since: changed });
  });

  it("misses nobody where leads before them are turned into deals meanwhile", async () => {
    manyLeads(2_500);
    const first = await read({ since: new Date(T), marks: {} });
    const gone = double.company.leads.splice(-700);
    const second = await read({ since: new Date(T), marks: first.marks });
    const seen = leadIds([first, second]);
    expect(gone.length).toBe(700);
    expect(seen.size).toBe(2_500);
  });

  it("counts as far as it came before a limit, which is told", async () => {
    manyDeals(500);
    double.failAfter({
      on: /deals/,
      answered: 3,
      reply: PIPEDRIVE_FAULTS["a limit with Retry-After"],
    });
    const first = await read({ since: new Date(T), marks: {} });
    expect(leadIds([first]).size).toBeGreaterThan(100);
    expect(first.broke).toMatchObject({ cause: "rate_limited", retryAfterSeconds: 90 });
    double.failAfter(null);
    const second = await read({ since: new Date(T), marks: first.marks });
    expect(leadIds([first, second]).size).toBe(500);
    expect(second.broke).toBeUndefined();
  });
});

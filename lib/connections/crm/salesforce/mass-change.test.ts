import { afterEach, beforeEach, expect, it } from "vitest";
import {
  SALESFORCE_FAULTS,
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import type { ReadFrom } from "../crm";
import { salesforce } from "./salesforce";

const T = Date.parse("2026-06-03T09:00:00Z");
const stamp = (ms: number) => new Date(T + ms).toISOString();

let double: Salesforce;
beforeEach(async () => {
  double = await startSalesforce();
  double.at(new Date(T + 240_000));
});
afterEach(() => double.close());

// How fast a machine is, is no matter here.
const soon = () => new AbortController().signal;
async function read(from: Omit<ReadFrom, "handedOverSince">) {
  const changes = await salesforce
    .open(salesforceGiven(double.address))
    .changes({ ...from, handedOverSince: null }, soon());
  if ("answer" in changes) throw new Error(changes.words);
  return changes;
}
const manyLeads = (most: number, at: (index: number) => string) => {
  for (let index = 1; index <= most; index += 1)
    double.tables.Lead.push({
      ...{ Id: `00Q${String(index).padStart(12, "0")}`, Baton_Id__c: `lead ${index}` },
      ...{ Status: "Open", SystemModstamp: at(index) },
    });
};

it.each([
  ["within minutes", (index: number) => stamp(index * 10)],
  ["in one moment", () => stamp(1_000)],
])(
  "K.5 more than one reading takes, changed %s, is read on from where it was cut off",
  async (_, at) => {
    manyLeads(15_000, at);
    const first = await read({ since: new Date(T), marks: {} });
    const second = await read({ since: new Date(T), marks: first.marks });
    const seen = new Set([...first.records, ...second.records].map(({ leadId }) => leadId));
    expect(seen.size).toBe(15_000);
    expect(second.marks.leads?.cut).toBeUndefined();
  },
);

it("K.5 pages that came before a fault count, and the fault is told", async () => {
  manyLeads(5_000, (index) => stamp(index * 10));
  double.failAfter({ on: /query/, answered: 1, reply: SALESFORCE_FAULTS.busy });
  const first = await read({ since: new Date(T), marks: {} });
  double.failAfter(null);
  expect(first.records).toHaveLength(2_000);
  expect(first.broke).toMatchObject({ cause: "broken" });
  const second = await read({ since: new Date(T), marks: first.marks });
  const seen = new Set([...first.records, ...second.records].map(({ leadId }) => leadId));
  expect(seen.size).toBe(5_000);
});

it("K.3 every deal that leads of one reading became is read, also one that nobody touched since", async () => {
  const deals = Array.from({ length: 250 }, (_, index) => `006${index}`);
  for (const [index, Id] of deals.entries()) {
    double.tables.Lead.push({
      ...{ Id: `00Q${index}`, Baton_Id__c: `lead ${index}`, SystemModstamp: stamp(1_000) },
      ...{ ConvertedContactId: `003${index}`, ConvertedOpportunityId: Id },
    });
    double.tables.Opportunity?.push({
      ...{ Id, CreatedDate: stamp(-9e9), IsWon: false, StageName: "Open" },
      SystemModstamp: stamp(-9e9),
    });
  }
  expect((await read({ since: new Date(T), marks: {} })).deals).toHaveLength(250);
});

import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { leadRecord } from "@/lib/api/leads/queries";
import { setAside } from "@/lib/gate/aside/commands";
import { addNote } from "@/lib/handoff/commands";
import { FIELDS, type FieldValues } from "@/lib/standard/categories";
import { shortfall } from "@/lib/standard/completeness";
import { readFieldMap } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let ops: Viewer;
let counted: FieldValues[];

beforeAll(async () => {
  ops = await aPerson("marketing_ops");
  await aPerson("rep", { territory: ["NO"] });
  const routed = await aLead(daysAgo(3));
  await evaluate(routed, daysAgo(2));
  await document(ops, routed, daysAgo(1));
  await addNote(ops, { leadId: routed, kind: "note", text: "Ask for the pilot." }, daysAgo(1));
  await aLead(daysAgo(20), { phone: "N/A", linkedinUrl: undefined, campaign: undefined });
  await aLead(daysAgo(40), { jobTitle: undefined, region: undefined });
  const half = await aLead(daysAgo(60));
  await document(ops, half, daysAgo(59), ["C1.4", "C2.5"]);
  await aLead(daysAgo(100));
  const test = await aLead(daysAgo(5));
  await setAside(ops, { leadId: test, reason: "A test submission" }, daysAgo(4));
  counted = await recount();
});

/** The leads that the map is about, each read as the API shows it. */
async function recount(): Promise<FieldValues[]> {
  const rows = await db.select({ id: lead.id }).from(lead);
  const records = await Promise.all(rows.map(({ id }) => leadRecord(ops, id)));
  return records.flatMap((record) =>
    record && record.status !== "excluded" && record.capturedAt >= daysAgo(90)
      ? [record.fields]
      : [],
  );
}

const valuesOf = (field: (typeof FIELDS)[number]) =>
  counted.flatMap((fields) => {
    const value = fields[field.id];
    return value && shortfall(field, value, { trust: "captured" }) === null ? [value] : [];
  });

describe("M.1 the field map of real leads", () => {
  it("counts what a recount of every lead counts, field by field", async () => {
    const map = await readFieldMap(ops, now);
    expect(map).toMatchObject({ leads: counted.length, looked: counted.length });
    expect(counted).toHaveLength(4);
    for (const field of FIELDS) {
      const row = map.rows.find(({ id }) => id === field.id);
      const values = valuesOf(field);
      expect([field.id, row?.leads]).toEqual([field.id, values.length]);
      expect([field.id, row?.share]).toEqual([field.id, values.length / counted.length]);
      const times = values.map(({ obtainedAt }) => Date.parse(obtainedAt)).toSorted();
      const last = times.length > 0 ? Math.max(...times) : undefined;
      expect([field.id, row?.lastAt?.getTime()]).toEqual([field.id, last]);
      const median = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1];
      const age = median === undefined ? null : (now.getTime() - median) / 1000;
      expect([field.id, row?.ageSeconds]).toEqual([field.id, age]);
      const people = values.filter(({ source }) => source === "person").length;
      const byPerson = row?.arrived.find(({ by }) => by === "A person")?.share ?? 0;
      expect([field.id, byPerson]).toEqual([field.id, people / Math.max(1, values.length)]);
    }
  });

  it("is for those who see connections", async () => {
    await expect(readFieldMap(await aPerson("rep"), now)).rejects.toThrow(NotAllowed);
    await expect(readFieldMap(await aPerson("manager"), now)).rejects.toThrow(NotAllowed);
  });
});

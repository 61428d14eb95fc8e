import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { release } from "./commands";
import { fillField } from "./filling/commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = new Date("2026-06-03T11:00:00Z");

const icpOf = (leadId: string) =>
  db
    .select({ id: leadField.fieldId, value: leadField.value })
    .from(leadField)
    .where(
      and(
        eq(leadField.leadId, leadId),
        inArray(leadField.fieldId, ["C2.6", "C2.7"]),
        leadField.prevails,
      ),
    )
    .orderBy(leadField.fieldId);

async function row(id: string) {
  const [found] = await db.select().from(lead).where(eq(lead.id, id));
  if (!found) throw new Error("No such lead");
  return found;
}

describe("C2.6 C2.7 the ICP goes with the facts it rests on", () => {
  it("is withdrawn when neither size nor industry can be had, and comes back with one of them", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await document(ops, id, now);
    expect((await icpOf(id)).map((field) => field.id)).toEqual(["C2.6", "C2.7"]);
    for (const fieldId of ["C2.1", "C2.3"] as const) {
      const notObtainable = "Nobody there would say";
      await fillField(ops, { leadId: id, fieldId, notObtainable }, later);
    }
    expect(await icpOf(id)).toEqual([]);
    const held = await row(id);
    expect(held).toMatchObject({ status: "pending_enrichment", tier: null });
    expect(held.missing).toEqual(expect.arrayContaining(["C2.1", "C2.3", "C2.6", "C2.7"]));
    expect(await release(ops, { leadId: id }, later)).toMatchObject({ ok: false });
    await fillField(ops, { leadId: id, fieldId: "C2.1", value: "1200" }, later);
    expect(await icpOf(id)).toMatchObject([{ id: "C2.6" }, { id: "C2.7" }]);
    expect((await row(id)).tier).not.toBeNull();
  });
});

import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { setAside } from "./aside/commands";
import { processLeads, release } from "./commands";
import { fillField } from "./filling/commands";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = new Date("2026-06-03T11:00:00Z");

async function row(id: string) {
  const [found] = await db.select().from(lead).where(eq(lead.id, id));
  if (!found) throw new Error("No such lead");
  return found;
}
const handoffsOf = (id: string) => db.select().from(handoff).where(eq(handoff.leadId, id));

describe("G.1 a lead whose C1 and C2 are not complete is not routed", () => {
  it("is held as Pending Enrichment with every missing field named", async () => {
    const id = await aLead(now);
    const held = await row(id);
    expect(held.status).toBe("pending_enrichment");
    expect(held.missing).toEqual(
      expect.arrayContaining(["C1.2", "C1.4", "C2.1", "C2.3", "C2.5", "C2.6", "C2.7"]),
    );
    expect(held.missing).not.toContain("C1.1");
  });

  it("stays held when it becomes an MQL, and goes out when its last field is filled", async () => {
    const rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await evaluate(id, now);
    await document(ops, id, now, ["C2.5"]);
    expect((await row(id)).status).toBe("pending_enrichment");
    expect(await handoffsOf(id)).toEqual([]);
    await document(ops, id, later, ["C1.2", "C1.4", "C2.1", "C2.3"]);
    expect((await row(id)).status).toBe("routed");
    const [given] = await handoffsOf(id);
    expect(given?.ownerId).toBe(rep.id);
    expect(given?.snapshot.routingReason).toBe("Yours: Nordics");
    expect(given?.trigger.length).toBeGreaterThan(10);
    expect(given?.snapshot.touchpoints.length).toBeGreaterThanOrEqual(3);
    expect(given?.handoffMetadata).toBe("complete");
    expect(given?.snapshot.fields["C1.2"]).toEqual({
      value: "VP Operations",
      source: "person",
      provider: ops.name,
      obtainedAt: now.toISOString(),
      verified: true,
    });
    await evaluate(id, later);
    expect(await row(id)).toMatchObject({ status: "routed", handoffMetadata: "complete" });
  });

  it("is released by a person only when nothing is missing", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    const refusal = await release(ops, { leadId: id }, now);
    expect(refusal).toMatchObject({ ok: false, reason: expect.stringContaining("Job title") });
    await document(ops, id, now);
    expect((await row(id)).status).toBe("ready");
    expect(await release(ops, { leadId: id }, now)).toMatchObject({ ok: true });
    expect((await row(id)).status).toBe("routed");
    // C4.6: the field, the sentence and the draft tell the same.
    const words = `${ops.name} marked this lead as ready for sales`;
    const [given] = await handoffsOf(id);
    expect(given?.snapshot.trigger.text).toBe(words);
    expect(given?.snapshot.fields["C4.6"]?.value).toBe(words);
    expect(given?.snapshot.missing.map((field) => field.id)).not.toContain("C4.6");
    expect(given?.snapshot.summary?.text).toContain(`${ops.name} marked Ingrid Solberg`);
    // The lead's own row says so too, also when it is judged again.
    const told = { trigger: words, mqlAt: now, scoringContext: given?.scoringContext };
    expect(await row(id)).toMatchObject(told);
    expect((await row(id)).missing).not.toContain("C4.6");
    await transaction((tx) => processLeads(tx, ops, [id], later));
    expect(await row(id)).toMatchObject(told);
    expect((await row(id)).computed?.["C4.6"]?.value).toBe(words);
  });

  it("never routes a lead that was set aside", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await setAside(ops, { leadId: id, reason: "A test of the form" }, now);
    await document(ops, id, now);
    await evaluate(id, now);
    expect((await row(id)).status).toBe("excluded");
    expect(await handoffsOf(id)).toEqual([]);
  });
});

describe("G.3 the gate is in the database too", () => {
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => "accepted",
      (error: Error) => String((error.cause as { constraint_name?: string })?.constraint_name),
    );

  async function documented() {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await document(ops, id, now);
    await release(ops, { leadId: id }, now);
    const [given] = await handoffsOf(id);
    if (!given) throw new Error("Not released");
    return given;
  }

  it("refuses a row of the application's role that claims what the lead's fields do not say", async () => {
    const { warm: _, id: __, ...given } = await documented();
    const held = await aLead(now);
    const forged = { ...given, leadId: held };
    expect(await refusal(db.insert(handoff).values(forged))).toBe("gate");
  });

  it("refuses a verdict other than complete for C1 or C2", async () => {
    const { warm: _, id: __, ...given } = await documented();
    const honest = { ...given, contactBasics: "partial" as const };
    expect(await refusal(db.insert(handoff).values(honest))).toBe(
      "gate_contact_basics_and_company_intelligence",
    );
  });

  it("refuses a status that says 'routed' without a handoff of that lead", async () => {
    const given = await documented();
    const held = await aLead(now);
    const claim = db.update(lead).set({ status: "routed" }).where(eq(lead.id, held));
    expect(await refusal(claim)).toBe("handed_off_has_handoff");
    const borrow = db
      .update(lead)
      .set({ status: "routed", handoffId: given.id })
      .where(eq(lead.id, held));
    expect(await refusal(borrow)).toBe("lead_has_own_handoff");
  });

  it("does not let the application's role loosen the standard, the fields or the placeholders", async () => {
    for (const attempt of [
      sql`insert into standard_version (version, effective_from, gates, requirements)
          values (2, now(), '{contactBasics,companyIntelligence}', '{}')`,
      sql`update standard_version set requirements = '{}'`,
      sql`delete from field_definition`,
      sql`delete from placeholder_word`,
      sql`alter table handoff disable trigger handoff_gate`,
      sql`drop trigger handoff_gate on handoff`,
      sql`set session_replication_role = replica`,
    ]) {
      const code = await db.execute(attempt).then(
        () => "accepted",
        (error: Error) => (error.cause as { code?: string })?.code,
      );
      expect(code).toBe("42501");
    }
  });

  it("G.7 lets nobody change or delete a handoff, not even the owner of the table", async () => {
    const given = await documented();
    const { owner } = testDatabase();
    for (const change of [
      sql`update handoff set trigger = 'x' where id = ${given.id}`,
      sql`delete from handoff where id = ${given.id}`,
    ]) {
      await expect(db.execute(change)).rejects.toThrow();
      expect(await refusal(owner.execute(change))).toBe("never_changes");
    }
  });
});

describe("O.4 a field corrected by hand", () => {
  it("C5.3 keeps when the first and last touch were", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now, { asset: "TBD" });
    const value = "Cold chain 2026\npaid search\nROI calculator";
    await fillField(ops, { leadId: id, fieldId: "C5.3", value }, later);
    const [attribution] = await db
      .select({ value: leadField.value })
      .from(leadField)
      .where(and(eq(leadField.leadId, id), eq(leadField.fieldId, "C5.3"), leadField.prevails));
    expect(attribution?.value).toMatchObject({
      asset: "ROI calculator",
      firstTouch: { campaign: "Cold chain 2026", asset: null, at: now.toISOString() },
    });
  });
});

describe("G.2 enrichment runs when a lead is captured", () => {
  it("keeps what each provider was asked and answered", async () => {
    const known = await aLead(now, { email: "nobody@unknown-company.example" });
    const attempts = await db
      .select()
      .from(enrichmentAttempt)
      .where(eq(enrichmentAttempt.leadId, known));
    const asked = { provider: "Company directory", answer: "no_match" };
    expect(attempts.map(({ lookup }) => lookup).toSorted()).toEqual(["company", "person"]);
    expect(attempts).toMatchObject([asked, asked]);
  });
});

import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { systemActor } from "@/lib/access/viewer";
import { decideRouting } from "@/lib/api/routing/decision";
import { fillField } from "@/lib/gate/filling/commands";
import { addNote, saveSummary, withdrawNote } from "@/lib/handoff/commands";
import { recordActivities } from "@/lib/intake/activities/commands";
import { leadDossier } from "./queries";

const now = new Date("2026-06-03T10:00:00Z");

async function dossierOf(id: string) {
  const ops = await aPerson("marketing_ops");
  const dossier = await leadDossier(ops, id, now);
  if (!dossier) throw new Error("No such lead");
  const line = (fieldId: string) => dossier.fields.find((field) => field.id === fieldId);
  return { ops, dossier, line };
}

describe("a lead as marketing ops sees it", () => {
  it("G.1 names each missing field with what was tried", async () => {
    const id = await aLead(now, { email: "ingrid@nobody-knows-us.example" });
    const { dossier, line } = await dossierOf(id);
    expect(dossier.holds.map((field) => field.id)).toContain("C2.1");
    expect(line("C2.1")).toMatchObject({
      why: "absent",
      holds: true,
      tried: ["Company directory: no match"],
    });
    expect(line("C1.2")).toMatchObject({ why: "not_verified", fillable: true });
    expect(line("C1.1")).toMatchObject({ why: null, tried: [] });
    expect(line("C2.6")).toMatchObject({ why: "absent", fillable: false });
  });

  it("K.4 names whom a router elsewhere decided for, while the gate holds the lead", async () => {
    const id = await aLead(now);
    expect((await dossierOf(id)).dossier.decided).toBeNull();
    const rosa = await aPerson("rep", { name: "Rosa Rep" });
    const decision = { owner: rosa.email, reason: "Named account", decidedAt: now };
    await decideRouting(systemActor("connection", "LeanData"), id, decision, now);
    expect((await dossierOf(id)).dossier.decided).toEqual({
      ...{ by: "LeanData", owner: "Rosa Rep", reason: "Named account", at: now },
    });
  });

  it("O.4 shows a person's value, and beside it what the form said", async () => {
    const id = await aLead(now, { jobTitle: "VP Ops" });
    const { ops } = await dossierOf(id);
    await fillField(ops, { leadId: id, fieldId: "C1.2", value: "VP Operations" }, now);
    const { line } = await dossierOf(id);
    expect(line("C1.2")).toMatchObject({
      why: null,
      value: { value: "VP Operations", source: "person", provider: ops.name, verified: true },
      others: [{ value: "VP Ops", source: "form" }],
      chosen: "A person filled it in.",
    });
    expect(line("C1.1")).toMatchObject({ others: [], chosen: null });
  });

  it("G.2 keeps what was asked of whom, with answer, price and time, and when it is tried again", async () => {
    const id = await aLead(now, { email: "ingrid@nobody-knows-us.example" });
    const { dossier } = await dossierOf(id);
    expect(dossier.attempts).toContainEqual(
      expect.objectContaining({
        provider: "Company directory",
        lookup: "company",
        answer: "no_match",
        costCents: 0,
        kept: false,
        tookMs: expect.any(Number),
      }),
    );
    expect(dossier.enrichment.tries).toBeGreaterThanOrEqual(0);
  });

  it("C3.8 shows each touchpoint with the activities behind it", async () => {
    const id = await aLead(now);
    await evaluate(id, now);
    const { dossier } = await dossierOf(id);
    expect(dossier.trail.lines.length).toBeGreaterThanOrEqual(3);
    for (const { count, deeds } of dossier.trail.lines) expect(deeds).toHaveLength(count);
  });

  it("X.6 lists what was left out by its rule", async () => {
    const id = await aLead(now);
    const sender = systemActor("connection", "Tests");
    const activity = {
      id: "left-out-by-a-bot",
      leadId: id,
      kind: "page_viewed",
      occurredAt: now,
      userAgent: "Googlebot/2.1 (+http://www.google.com/bot.html)",
      details: { path: "/pricing" },
    } as const;
    await recordActivities(sender, [activity], { now, source: "Tests" });
    const { dossier } = await dossierOf(id);
    expect(dossier.leftOut).toMatchObject([{ label: "Bots", count: 1, deeds: [{ at: now }] }]);
  });

  it("O.3 keeps every version, the newest first, and C5.4 only what was not taken back", async () => {
    const id = await aLead(now);
    const { ops } = await dossierOf(id);
    await saveSummary(ops, { leadId: id, text: "First.", basedOn: 0 }, now);
    await saveSummary(ops, { leadId: id, text: "Second.", basedOn: 1 }, now);
    const late = await saveSummary(ops, { leadId: id, text: "Late.", basedOn: 1 }, now);
    expect(late).toMatchObject({ ok: false, field: "basedOn" });
    await addNote(ops, { leadId: id, kind: "flag", text: "Funding announced" }, now);
    await addNote(ops, { leadId: id, kind: "note", text: "Met us in Oslo." }, now);
    const before = (await dossierOf(id)).dossier;
    const flag = before.remarks.find(({ text }) => text === "Funding announced");
    await withdrawNote(ops, { noteId: flag?.id ?? "" }, now);
    const { dossier } = await dossierOf(id);
    expect(dossier.versions.map(({ text }) => text)).toEqual(["Second.", "First."]);
    expect(dossier.remarks.map(({ text }) => text)).toEqual(["Met us in Oslo."]);
  });

  it("looks without changing anything, and finds nothing where there is no lead", async () => {
    const id = await aLead(now);
    const { ops, dossier } = await dossierOf(id);
    await document(ops, id, now);
    expect(dossier.status).toBe("pending_enrichment");
    expect((await dossierOf(id)).dossier.status).toBe("ready");
    expect(await leadDossier(ops, crypto.randomUUID(), now)).toBeNull();
  });
});

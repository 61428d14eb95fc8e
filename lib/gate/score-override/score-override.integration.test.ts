import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { ROLE_NAMES } from "@/lib/access/roles";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { setAside } from "../aside/commands";
import { setScore, takeScoreBack } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const reason = "The CFO called us.";

const rowOf = async (id: string) =>
  (await db.select().from(lead).where(eq(lead.id, id))).at(0) ?? null;

async function documented() {
  const ops = await aPerson("marketing_ops", { name: "Maya" });
  const id = await aLead(now);
  await document(ops, id, now);
  return { ops, id };
}

describe("C4 a person's score", () => {
  it("below the threshold keeps both numbers and the reason, and is taken back", async () => {
    const { ops, id } = await documented();
    const model = (await rowOf(id))?.scoreTotal;
    expect(await setScore(ops, { leadId: id, total: 12, reason }, now)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ scoreTotal: 12, mqlAt: null, trigger: null });
    const dossier = await leadDossier(ops, id, now);
    expect(dossier?.ledger).toMatchObject({
      total: 12,
      modelTotal: model,
      override: { author: "Maya", reason, total: 12 },
    });
    expect(dossier?.ledger.lines.reduce((total, { points }) => total + points, 0)).toBe(12);

    expect(await takeScoreBack(ops, { leadId: id }, now)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ scoreTotal: model });
    expect(await takeScoreBack(ops, { leadId: id }, now)).toMatchObject({ ok: false });
    const told = await db
      .select({ verb: history.verb, before: history.before, after: history.after })
      .from(history)
      .where(and(eq(history.subjectId, id), eq(history.actorId, ops.id)));
    expect(told).toContainEqual({
      verb: "set the score of",
      before: null,
      after: { total: 12, reason },
    });
    expect(told).toContainEqual({
      verb: "took back the score of",
      before: { total: 12, reason },
      after: null,
    });
  });

  it("below the threshold holds back what its activities had made an MQL", async () => {
    const { ops, id } = await documented();
    expect(await setScore(ops, { leadId: id, total: 20, reason }, now)).toMatchObject({ ok: true });
    await aPerson("rep");
    await evaluate(id, now);
    expect(await rowOf(id)).toMatchObject({ status: "ready", scoreTotal: 20, trigger: null });
    await takeScoreBack(ops, { leadId: id }, now);
    expect((await rowOf(id))?.status).toBe("routed");
    expect((await rowOf(id))?.trigger).not.toContain("Maya");
  });

  it("C4.6 over the threshold makes an MQL, and trigger and handoff say who did", async () => {
    await aPerson("rep");
    const { ops, id } = await documented();
    const model = (await rowOf(id))?.scoreTotal;
    await setScore(ops, { leadId: id, total: 72, reason }, now);
    expect(await rowOf(id)).toMatchObject({ status: "routed", mqlAt: now, scoreTotal: 72 });
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, id));
    expect(given?.scoreTotal).toBe(72);
    expect(given?.snapshot.trigger.text).toBe("Maya set the score to 72: The CFO called us");
    expect(given?.snapshot.fields["C4.1"]).toMatchObject({
      ...{ value: 72, source: "person", provider: "Maya" },
      detail: { modelTotal: model, reason },
    });
    const lines = given?.snapshot.scoreLines ?? [];
    expect(lines.reduce((total, { points }) => total + points, 0)).toBe(72);
    const more = { leadId: id, total: 1, reason };
    expect(await setScore(ops, more, now)).toMatchObject({ ok: false });
    expect(await takeScoreBack(ops, more, now)).toMatchObject({ ok: false });
  });

  it("that made an MQL of a held lead makes none of it any more once taken back", async () => {
    const ops = await aPerson("marketing_ops", { name: "Maya" });
    const id = await aLead(now);
    await setScore(ops, { leadId: id, total: 90, reason }, now);
    expect(await rowOf(id)).toMatchObject({ status: "pending_enrichment", mqlAt: now });
    await takeScoreBack(ops, { leadId: id }, now);
    expect(await rowOf(id)).toMatchObject({ mqlAt: null, trigger: null });
  });

  it("is refused for a lead that was set aside, and for one that is not there", async () => {
    const { ops, id } = await documented();
    await setAside(ops, { leadId: id, reason: "A test" }, now);
    expect(await setScore(ops, { leadId: id, total: 72, reason }, now)).toMatchObject({
      ok: false,
    });
    const leadId = "11111111-1111-4111-8111-111111111111";
    expect(await setScore(ops, { leadId, total: 72, reason }, now)).toMatchObject({ ok: false });
  });

  it.each(ROLE_NAMES.filter((role) => role === "rep" || role === "manager"))(
    "is not for a %s to set or take back",
    async (role) => {
      const { id } = await documented();
      const viewer = await aPerson(role);
      const set = setScore(viewer, { leadId: id, total: 72, reason }, now);
      await expect(set).rejects.toThrow("document leads");
      await expect(takeScoreBack(viewer, { leadId: id }, now)).rejects.toThrow("document leads");
    },
  );
});

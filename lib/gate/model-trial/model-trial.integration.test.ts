import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { scoringModel, scoringModelDraft } from "@/db/schema/scoring";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import {
  activateModelDraft,
  discardModelDraft,
  saveModelDraft,
  signModelDraft,
} from "@/lib/scoring/drafts/commands";
import { openModelDraft } from "@/lib/scoring/drafts/queries";
import { modelSettings, type ScoringModel } from "@/lib/scoring/model/model";
import type { SettingsInput } from "@/lib/scoring/model/settings-input";
import { modelInForce } from "@/lib/scoring/queries";
import { modelVersions } from "@/lib/scoring/versions/queries";
import { DEFAULT_CURATION_WEIGHTS } from "@/lib/trail/curation/curation-weights";
import { judgeByModel } from "../by-model/commands";
import { tryModel } from "./queries";

const { db } = testDatabase();
const job = systemActor("job", "Scoring model");
const now = new Date("2026-06-03T10:00:00Z");
const later = new Date("2026-06-03T11:00:00Z");

async function settings(patch: Partial<SettingsInput>): Promise<SettingsInput> {
  return { ...(modelSettings(await modelInForce()) as SettingsInput), ...patch };
}

const reason = "Fewer calls, better ones";

async function signed(ops: Viewer, other: Viewer, wanted: SettingsInput) {
  expect(await saveModelDraft(ops, { settings: wanted, reason, revision: null }, now)).toEqual({
    ok: true,
    value: { revision: 1 },
  });
  const draft = await openModelDraft(ops);
  if (!draft) throw new Error("No draft is open.");
  const revision = { draftId: draft.id, revision: draft.revision };
  expect(await signModelDraft(other, revision, now)).toEqual({ ok: true, value: undefined });
  return revision;
}

async function judgeAll(version: number): Promise<void> {
  for (let afterId: string | null | undefined; afterId !== null; )
    afterId = await judgeByModel(job, { version, afterId }, later);
}

const rowsOf = async (ids: string[]) => {
  const rows = await db.select().from(lead).where(inArray(lead.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
};

describe("C4 the model is data that people edit", () => {
  it("tells beforehand whose score and state change, and exactly those do; handoffs stay", async () => {
    const [ops, admin] = [await aPerson("marketing_ops"), await aPerson("admin")];
    await aPerson("rep");
    const given = await aLead(now);
    await document(ops, given, now);
    await evaluate(given, now);
    const [before] = await db.select().from(handoff).where(eq(handoff.leadId, given));
    expect(before).toBeDefined();
    const [quiet, nearly] = [await aLead(now), await aLead(now)];
    await document(ops, quiet, now);
    await document(ops, nearly, now);
    const was = await rowsOf([quiet, nearly]);
    expect(was.get(nearly)?.status).toBe("ready");

    const wanted = await settings({
      threshold: 30,
      weights: { fit: 0.6, intent: 0.2, behavior: 0.2 },
    });
    const trial = await tryModel(ops, wanted, now);
    expect(trial).toMatchObject({ tried: 2, leads: 2, scores: 2, tiers: 0 });
    const tried = new Map(trial.first.map((one) => [one.id, one]));
    const version = (await modelInForce()).version + 1;
    const revision = await signed(ops, admin, wanted);
    expect(await activateModelDraft(ops, revision, later)).toEqual({
      ok: true,
      value: { version },
    });
    await judgeAll(version);

    for (const [id, row] of await rowsOf([quiet, nearly])) {
      expect(row.scoreTotal).toBe(tried.get(id)?.after.total);
      expect(row.scoreTotal).not.toBe(was.get(id)?.scoreTotal);
      expect(row.status).toBe(tried.get(id)?.after.state === "to a rep" ? "routed" : "ready");
    }
    const [still] = await db.select().from(handoff).where(eq(handoff.leadId, given));
    expect(still).toEqual(before);
    expect(await openModelDraft(ops)).toBeNull();
    const [newest] = await modelVersions(ops);
    expect(newest).toMatchObject({ reason, savedBy: ops.name, signedBy: admin.name });
  });

  it("C3.8 tells whose trail changes with the weights of the curation", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await evaluate(id, now);
    const signal = { ...DEFAULT_CURATION_WEIGHTS.signal, event_attended: 0 };
    const curation = { ...DEFAULT_CURATION_WEIGHTS, signal };
    const trial = await tryModel(ops, await settings({ curation }), now);
    expect(trial).toMatchObject({ trails: 1, changing: 1, scores: 0, states: 0 });
    expect(trial.first).toMatchObject([{ id, trail: true }]);
  });

  it("is tried on leads who did something before those who did nothing", async () => {
    const ops = await aPerson("marketing_ops");
    const active = await aLead(now);
    await evaluate(active, now);
    const quiet = { status: "captured" as const, capturedAt: later, createdAt: later };
    const none = { contactBasics: "absent", companyIntelligence: "absent" } as const;
    const rest = { behavioralTrail: "absent", scoringContext: "absent" } as const;
    const row = { ...quiet, ...none, ...rest, handoffMetadata: "absent" as const };
    await db.insert(lead).values(Array.from({ length: 300 }, () => ({ ...row, updatedAt: later })));
    const trial = await tryModel(ops, await settings({ threshold: 2 }), later);
    expect(trial.tried).toBe(250);
    expect(trial.leads).toBeGreaterThan(300);
    const weighed = await settings({ weights: { fit: 0, intent: 1, behavior: 0 } });
    const { first } = await tryModel(ops, weighed, later);
    expect(first.map(({ id }) => id)).toContain(active);
  });

  it("is signed by another, whose signature no later change keeps", async () => {
    const [ops, manager] = [await aPerson("marketing_ops"), await aPerson("manager")];
    const wanted = await settings({ threshold: 71 });
    await saveModelDraft(ops, { settings: wanted, reason, revision: null }, now);
    const draft = await openModelDraft(ops);
    const first = { draftId: draft?.id ?? "", revision: 1 };
    expect(await signModelDraft(ops, first, now)).toMatchObject({ ok: false });
    expect(await activateModelDraft(ops, first, now)).toMatchObject({ ok: false });
    expect(await signModelDraft(manager, first, now)).toMatchObject({ ok: true });

    const changed = { settings: { ...wanted, threshold: 72 }, reason, revision: 1 };
    expect(await saveModelDraft(ops, changed, now)).toMatchObject({ ok: true });
    expect(await openModelDraft(ops)).toMatchObject({ revision: 2, signed: null });
    expect(await saveModelDraft(ops, changed, now)).toMatchObject({ ok: false });
    expect(await signModelDraft(manager, first, now)).toMatchObject({ ok: false });
    const second = { draftId: first.draftId, revision: 2 };
    expect(await activateModelDraft(ops, second, now)).toMatchObject({ ok: false });
    // The database says the same to whoever writes the row.
    const forged = db
      .update(scoringModelDraft)
      .set({ signedBy: ops.id, signedAt: now })
      .where(eq(scoringModelDraft.id, first.draftId));
    await expect(forged).rejects.toThrow();
    expect(await discardModelDraft(ops, second, now)).toMatchObject({ ok: true });
    expect(await openModelDraft(ops)).toBeNull();
    const told = await db
      .select({ verb: history.verb })
      .from(history)
      .where(and(eq(history.subject, "scoring model"), eq(history.subjectId, first.draftId)));
    expect(told.map(({ verb }) => verb)).toEqual([
      "saved a draft of the model",
      "signed a draft of the model",
      "saved a draft of the model",
      "discarded a draft of the model",
    ]);
  });

  it("has one draft at a time, none that says nothing new, and one version of two at once", async () => {
    const [ops, admin] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const same = { settings: await settings({}), reason, revision: null };
    expect(await saveModelDraft(ops, same, now)).toMatchObject({ ok: false });
    const given = { settings: await settings({ threshold: 64 }), reason, revision: null };
    const both = await Promise.all([
      saveModelDraft(ops, given, now),
      saveModelDraft(admin, given, now),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const draft = await openModelDraft(ops);
    const other = draft?.savedBy.id === ops.id ? admin : ops;
    const revision = { draftId: draft?.id ?? "", revision: 1 };
    await signModelDraft(other, revision, now);
    const twice = await Promise.all([
      activateModelDraft(ops, revision, later),
      activateModelDraft(admin, revision, later),
    ]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("keeps the ICP that an admin saved while the draft was written", async () => {
    const [ops, admin] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const revision = await signed(ops, admin, await settings({ threshold: 66 }));
    const inForce = await modelInForce();
    const version = inForce.version + 1;
    const tiers = { one: 88, two: 44 };
    const model: ScoringModel = { ...inForce, tiers, version };
    await db.insert(scoringModel).values({ version, model, createdBy: admin.id, createdAt: now });
    await activateModelDraft(admin, revision, later);
    expect(await modelInForce()).toMatchObject({ tiers, threshold: 66, version: version + 1 });
  });

  it("is for nobody to write but marketing ops and admins, and not for reps to see", async () => {
    const [rep, manager] = [await aPerson("rep"), await aPerson("manager")];
    const wanted = await settings({ threshold: 55 });
    const given = { settings: wanted, reason, revision: null };
    for (const viewer of [rep, manager])
      await expect(saveModelDraft(viewer, given, now)).rejects.toThrow(NotAllowed);
    await expect(tryModel(rep, wanted, now)).rejects.toThrow(NotAllowed);
    await expect(openModelDraft(rep)).rejects.toThrow(NotAllowed);
    const that = { draftId: "11111111-1111-4111-8111-111111111111", revision: 1 };
    await expect(signModelDraft(rep, that, now)).rejects.toThrow(NotAllowed);
    await expect(activateModelDraft(manager, that, now)).rejects.toThrow(NotAllowed);
    await expect(discardModelDraft(manager, that, now)).rejects.toThrow(NotAllowed);
  });
});

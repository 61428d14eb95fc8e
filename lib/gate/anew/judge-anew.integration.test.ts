import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import type { FieldId } from "@/lib/standard/categories";
import type { Requirement } from "@/lib/standard/standard";
import { saveDraft, signDraft, startDraft } from "@/lib/written-standard/commands";
import { openDraft, standardVersions } from "@/lib/written-standard/queries";
import { triedPage, tryDraft } from "@/lib/written-standard/trial/queries";
import { inForceAt } from "@/lib/written-standard/versions";
import { release } from "../commands";
import { judgeAnew } from "./commands";

const { db } = testDatabase();
const job = systemActor("job", "Standard");
const now = new Date();
/** When a version that is signed now has taken effect. */
const later = new Date(now.getTime() + 60_000);

type Change = Partial<Record<FieldId, Partial<Requirement>>>;

async function draftOf(change: Change, at = now) {
  const ops = await aPerson("marketing_ops");
  await startDraft(ops, at);
  const before = await openDraft(ops);
  if (!before) throw new Error("No draft is open.");
  const { id: draftId, revision, gates, graceMinutes } = before;
  const requirements = { ...before.requirements };
  for (const [id, part] of Object.entries(change) as [FieldId, Partial<Requirement>][]) {
    requirements[id] = { ...requirements[id], ...part };
  }
  const given = { draftId, revision, gates: [...gates], requirements, graceMinutes };
  await saveDraft(ops, { ...given, effectiveOn: null, reason: "" }, at);
  const draft = await openDraft(ops);
  if (!draft) throw new Error("No draft is open.");
  return { ops, draft, at };
}

async function publish({ ops, draft, at }: Awaited<ReturnType<typeof draftOf>>) {
  const revision = { draftId: draft.id, revision: draft.revision };
  await signDraft(ops, revision, at);
  const signed = await signDraft(await aPerson("manager"), revision, at);
  if (!signed.ok || !signed.value.published) throw new Error("Not published");
  return signed.value.published;
}

const statusOf = async (id: string) => {
  const [row] = await db
    .select({ status: lead.status, by: lead.standardVersion })
    .from(lead)
    .where(eq(lead.id, id));
  return row;
};

describe("D.2, D.3 a stricter version", () => {
  it("is tried, takes effect, holds what was ready, and leaves the handoff to its own", async () => {
    const rep = await aPerson("rep");
    const clerk = await aPerson("marketing_ops");
    const ready = await aLead(now);
    const given = await aLead(now);
    const short = await aLead(now);
    for (const id of [ready, given]) await document(clerk, id, now);
    expect(await release(clerk, { leadId: given }, now)).toMatchObject({ ok: true });
    expect(await statusOf(ready)).toEqual({ status: "ready", by: 1 });

    const { ops, draft } = await draftOf({ "C1.5": { trust: "verified" } });
    const inForce = inForceAt(await standardVersions(ops), now);
    const tried = { inForce, draft };
    const trial = await tryDraft(ops, tried, now);
    expect(trial).toMatchObject({ leads: 3, heldNow: 1, heldByDraft: 3, more: 2, fewer: 0 });
    expect(trial.fields.find(({ id }) => id === "C1.5")).toEqual({
      id: "C1.5",
      held: 3,
      alone: 2,
    });
    const listed = await triedPage(ops, tried, { show: "more", field: null, page: 1 }, now);
    expect(listed.map(({ id }) => id).toSorted()).toEqual([ready, given].toSorted());
    expect(listed.every(({ holding }) => holding.join() === "C1.5")).toBe(true);
    expect(listed.find(({ id }) => id === given)?.routed).toBe(true);

    const version = await publish({ ops, draft, at: now });
    expect(await judgeAnew(job, now)).toBe(0);
    expect(await judgeAnew(job, later)).toBe(2);
    expect(await judgeAnew(job, later)).toBe(0);
    expect(await statusOf(ready)).toEqual({ status: "pending_enrichment", by: version });
    expect(await statusOf(short)).toEqual({ status: "pending_enrichment", by: version });
    expect(await statusOf(given)).toEqual({ status: "routed", by: 1 });

    await evaluate(given, later);
    const handoffs = await db.select().from(handoff).where(eq(handoff.leadId, given));
    expect(handoffs).toMatchObject([
      { standardVersion: 1, contactBasics: "complete", snapshot: { standardVersion: 1 } },
    ]);
    expect(handoffs[0]?.ownerId).toBe(rep.id);
  });
});

describe("D.2 a looser version", () => {
  it("lets go what only the earlier one held, and the database's gate agrees", async () => {
    await aPerson("rep");
    const clerk = await aPerson("marketing_ops");
    const held = await aLead(later, { phone: "" });
    await document(clerk, held, later);
    await evaluate(held, later);
    expect((await statusOf(held))?.status).toBe("pending_enrichment");
    const loose = await draftOf({ "C1.5": { level: "recommended", trust: "captured" } }, later);
    const trial = await tryDraft(
      loose.ops,
      { inForce: inForceAt(await standardVersions(loose.ops), later), draft: loose.draft },
      later,
    );
    expect(trial.fewer).toBeGreaterThanOrEqual(1);
    const version = await publish(loose);
    const after = new Date(later.getTime() + 60_000);
    await judgeAnew(job, after);
    expect((await statusOf(held))?.status).toBe("routed");
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, held));
    expect(given?.standardVersion).toBe(version);
  });
});

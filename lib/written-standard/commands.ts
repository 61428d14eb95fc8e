import { eq, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { standardDraft, standardSignature } from "@/db/schema/standard";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { startOfDay } from "@/lib/platform/day";
import { type HistoryEntry, record } from "@/lib/platform/history";
import { enqueue } from "@/lib/platform/jobs/commands";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import { unsound } from "@/lib/standard/values/soundness";
import { differences, type StandardTerms } from "@/lib/standard/versions/difference";
import { hindranceTo, tooEarly } from "./hindrance";
import type { DraftInput } from "./input";
import { openDraft, standardVersions } from "./queries";
import { SIDES, type Side, sideOf } from "./sides";
import type { Draft, Version } from "./view";

type OfRevision = { draftId: string; revision: number };

/** What is to take effect at once does so two seconds after it is signed (baton_publish_standard). */
const WITHIN_SECONDS = 3_000;

const GONE = "This draft was published or discarded meanwhile. What you typed is still here.";

/** Begins a draft with the terms of the latest version. One is open at a time. */
export async function startDraft(viewer: Viewer, now: Date): Promise<Outcome<{ id: string }>> {
  authorize(viewer, "write the standard");
  return transaction(async (tx) => {
    const latest = await latestVersion(tx, viewer);
    const { version: basedOn, gates, requirements, graceMinutes } = latest;
    const by = { createdBy: viewer.id, createdAt: now, updatedBy: viewer.id, updatedAt: now };
    const [row] = await tx
      .insert(standardDraft)
      .values({ basedOn, gates: [...gates], requirements, graceMinutes, ...by })
      .onConflictDoNothing()
      .returning({ id: standardDraft.id });
    if (!row) return refused("Somebody began a draft already. There is one at a time.");
    await remember(tx, viewer, row.id, { at: now, verb: "began", after: { basedOn } });
    return { ok: true, value: row };
  });
}

/**
 * Saves a whole draft. Refuses one that was written on an earlier revision, naming `revision` as
 * the field to blame. Signatures count for the revision they were given to, so none is left.
 */
export async function saveDraft(
  viewer: Viewer,
  input: DraftInput,
  now: Date,
): Promise<Outcome<{ revision: number }>> {
  authorize(viewer, "write the standard");
  return transaction(async (tx) => {
    const draft = await openDraft(viewer, tx, true);
    if (draft?.id !== input.draftId) return refused(GONE);
    if (draft.revision !== input.revision) return changedMeanwhile(draft);
    const gates = CATEGORY_KEYS.filter((key) => input.gates.includes(key));
    const { requirements, graceMinutes } = input;
    const terms: StandardTerms = { gates, requirements, graceMinutes };
    const fault = unsound(terms);
    if (fault) return refused(fault);
    const effectiveFrom = input.effectiveOn ? startOfDay(input.effectiveOn, viewer.timeZone) : null;
    const early = tooEarly(effectiveFrom, await latestVersion(tx, viewer), now);
    if (early) return refused(early, "effectiveOn");
    const revision = draft.revision + 1;
    const reason = input.reason || null;
    await tx
      .update(standardDraft)
      .set({ gates, requirements, graceMinutes, effectiveFrom, reason, revision })
      .where(eq(standardDraft.id, draft.id));
    await touched(tx, viewer, draft.id, now);
    const changes = differences(draft, terms).map(({ text }) => text);
    await remember(tx, viewer, draft.id, { at: now, verb: "saved", after: { revision, changes } });
    return { ok: true, value: { revision } };
  });
}

/** Gives a draft up; its history stays. */
export async function discardDraft(viewer: Viewer, input: OfRevision, now: Date): Promise<Outcome> {
  authorize(viewer, "write the standard");
  return transaction(async (tx) => {
    const draft = await openDraft(viewer, tx, true);
    if (draft?.id !== input.draftId) return refused(GONE);
    if (draft.revision !== input.revision) return changedMeanwhile(draft);
    await tx
      .update(standardDraft)
      .set({ state: "discarded" })
      .where(eq(standardDraft.id, draft.id));
    await touched(tx, viewer, draft.id, now);
    const changes = differences(await latestVersion(tx, viewer), draft).map(({ text }) => text);
    await remember(tx, viewer, draft.id, { at: now, verb: "discarded", before: { changes } });
    return done;
  });
}

/** What became of a signature: the number of the version, where it was the second. */
type Signed = { published: number | null };

/**
 * Signs a revision for the viewer's side (D.2). The second signature publishes the draft as the
 * next version, from its day or within seconds.
 */
export async function signDraft(
  viewer: Viewer,
  input: OfRevision,
  now: Date,
): Promise<Outcome<Signed>> {
  authorize(viewer, "sign the standard");
  const side = sideOf(viewer.role);
  if (!side) return refused("Your role signs for neither side.");
  return transaction(async (tx) => {
    const draft = await openDraft(viewer, tx, true);
    if (draft?.id !== input.draftId) return refused(GONE);
    if (draft.revision !== input.revision) return changedMeanwhile(draft);
    const hindrance = hindranceTo(draft, await latestVersion(tx, viewer), side, now);
    if (hindrance) return refused(hindrance);
    if (!(await writeSignature(tx, viewer, draft, side, now))) {
      // Somebody who has lost the role since: their signature stands, and does not count.
      return refused(`${SIDES[side]} signed this revision. Save a change, then sign anew.`);
    }
    const { revision } = draft;
    await remember(tx, viewer, draft.id, { at: now, verb: "signed", after: { side, revision } });
    const both = draft.signatures.some((signature) => signature.side !== side);
    return { ok: true, value: { published: both ? await publish(tx, viewer, draft, now) : null } };
  });
}

async function latestVersion(tx: Transaction, viewer: Viewer): Promise<Version> {
  const [latest] = await standardVersions(viewer, tx);
  if (!latest) throw new Error("There is no version; the migrations write the first one.");
  return latest;
}

function changedMeanwhile({ savedBy }: Draft) {
  return refused(
    `${savedBy} saved another revision meanwhile. What you typed is still here.`,
    "revision",
  );
}

async function writeSignature(
  tx: Transaction,
  viewer: Viewer,
  { id: draftId, revision }: Draft,
  side: Side,
  at: Date,
): Promise<boolean> {
  const written = await tx
    .insert(standardSignature)
    .values({ draftId, side, revision, personId: viewer.id, at })
    .onConflictDoNothing()
    .returning({ side: standardSignature.side });
  return written.length > 0;
}

/** The database makes the version, as the application may not; it looks at everything again. */
async function publish(tx: Transaction, viewer: Viewer, draft: Draft, now: Date): Promise<number> {
  const [row] = await tx.execute<{ version: number }>(
    sql`select baton_publish_standard(${draft.id}, ${draft.revision}) as version`,
  );
  if (!row) throw new Error("The draft was not published.");
  const { version } = row;
  // When it takes effect, whom the gate may still hold is judged by it.
  const startAfter = draft.effectiveFrom ?? new Date(now.getTime() + WITHIN_SECONDS);
  await enqueue(tx, "judge-anew", [{}], { startAfter });
  await remember(tx, viewer, draft.id, { at: now, verb: "published", after: { version } });
  return version;
}

async function touched(tx: Transaction, viewer: Viewer, id: string, now: Date): Promise<void> {
  await tx
    .update(standardDraft)
    .set({ updatedBy: viewer.id, updatedAt: now })
    .where(eq(standardDraft.id, id));
}

async function remember(
  tx: Transaction,
  viewer: Viewer,
  draftId: string,
  entry: Omit<HistoryEntry, "subject" | "subjectId">,
): Promise<void> {
  await record(tx, viewer, [{ ...entry, subject: "standard", subjectId: draftId }]);
}

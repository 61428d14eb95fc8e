import { and, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { audit, gapFinding, gapMeasurement } from "@/db/schema/audit";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/platform/day";
import { record } from "@/lib/platform/history";
import type { FieldId } from "@/lib/standard/categories";
import type { Share } from "@/lib/statistics/difference";
import { type Gap, verdictOfGap } from "../gaps/gap";
import { gapsOf } from "../gaps/queries";
import type { GapBasis } from "./basis";
import type { FindingInput } from "./input";
import { fallOf } from "./moved";
import { missingInHandoffs, missingInSamples, possibleOwners } from "./queries";

type Found = typeof gapFinding.$inferSelect;

/**
 * Makes a gap of an audit a finding (A.5): with the data's verdict or another one and its reason,
 * an owner and a day. How it stands now is what it is measured against. One is open for a field.
 */
export async function openFinding(
  viewer: Viewer,
  input: FindingInput,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "run audits");
  const { auditId, fieldId, verdict, ownerId, dueOn } = input;
  const reason = input.reason || null;
  if (dueOn < dayOf(now, viewer.timeZone)) return refused("Choose a day to come.", "dueOn");
  const [drawn] = await db.select().from(audit).where(eq(audit.id, auditId));
  if (!drawn) return refused("There is no such audit.");
  const owners = await possibleOwners(viewer);
  if (!owners.some(({ id }) => id === ownerId)) return refused("Choose who mends it.", "ownerId");
  const { gap, basis, share } = await standingOf(viewer, drawn, fieldId);
  if (share.count === 0) return refused("Nothing of this field was missing.");
  const dataVerdict = verdictOfGap(gap);
  // Where the data hold no trace of it nothing is a verdict yet.
  if (gap.shares.length === 0 && !reason) {
    return refused("The data do not say why: say in a few words what you think.", "reason");
  }
  if (verdict !== dataVerdict && !reason) {
    return refused("Say in a few words why you see it otherwise.", "reason");
  }
  return transaction(async (tx) => {
    const [row] = await tx
      .insert(gapFinding)
      .values({
        auditId,
        fieldId,
        verdict,
        dataVerdict,
        reason,
        ownerId,
        dueOn,
        basis,
        shares: gap.shares,
        missing: share.count,
        of: share.of,
        createdBy: viewer.id,
        at: now,
      })
      .onConflictDoNothing()
      .returning({ id: gapFinding.id });
    if (!row) return refused("A finding for this field is open already.");
    const after = { fieldId, verdict, dataVerdict, ownerId, dueOn };
    await record(tx, viewer, [
      { at: now, verb: "opened a finding", subject: "audit", subjectId: auditId, after },
    ]);
    return done;
  });
}

/** How a field stood in the window of an audit: why it was missing, and in how many. */
async function standingOf(
  viewer: Viewer,
  drawn: typeof audit.$inferSelect,
  fieldId: FieldId,
): Promise<{ gap: Pick<Gap, "shares">; basis: GapBasis; share: Share }> {
  const window = { from: drawn.fromAt, until: drawn.untilAt };
  const gaps = await gapsOf(viewer, { ...window, id: drawn.id });
  const gap = gaps.find((one) => one.fieldId === fieldId);
  const all = await missingInHandoffs(viewer, fieldId, window);
  const basis = all.count > 0 ? "handoffs" : "sample";
  const share =
    basis === "handoffs" ? all : await missingInSamples(viewer, fieldId, { audit: drawn.id });
  return { gap: gap ?? { shares: [] }, basis, share };
}

/** Counts a finding anew since it was opened; where the rate has really moved it closes (A.5). */
export async function measureFinding(
  viewer: Viewer,
  { findingId }: { findingId: string },
  now: Date,
): Promise<Outcome<{ moved: boolean }>> {
  authorize(viewer, "run audits");
  const [found] = await db
    .select()
    .from(gapFinding)
    .where(and(eq(gapFinding.id, findingId), isNull(gapFinding.closedAt)));
  if (!found) return refused("This finding is closed already.");
  const share = await sinceThen(viewer, found, now);
  const fall = fallOf({ count: found.missing, of: found.of }, share);
  if (!fall) return refused(NOTHING_SINCE[found.basis]);
  const { moved } = fall;
  return transaction(async (tx) => {
    if (moved) {
      await tx.update(gapFinding).set({ closedAt: now }).where(eq(gapFinding.id, findingId));
    }
    await tx.insert(gapMeasurement).values({
      findingId,
      fromAt: found.at,
      untilAt: now,
      missing: share.count,
      of: share.of,
      moved,
      measuredBy: viewer.id,
      at: now,
    });
    const after = { fieldId: found.fieldId, ...share, moved };
    await record(tx, viewer, [
      { at: now, verb: "measured a finding", subject: "audit", subjectId: found.auditId, after },
    ]);
    return { ok: true, value: { moved } };
  });
}

const NOTHING_SINCE = {
  handoffs: "No lead has been routed since then.",
  sample: "No audit has been drawn and finished since then.",
} as const;

const sinceThen = (viewer: Viewer, { basis, fieldId, at }: Found, now: Date): Promise<Share> =>
  basis === "handoffs"
    ? missingInHandoffs(viewer, fieldId, { from: at, until: now })
    : missingInSamples(viewer, fieldId, { drawnAfter: at });

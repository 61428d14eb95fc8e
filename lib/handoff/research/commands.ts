import { transaction } from "@/db/client";
import { research } from "@/db/schema/handoff";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import type { FieldId } from "@/lib/standard/categories";
import { NO_HANDOFF, ownHandoff } from "../own/commands";

/**
 * What a rep did before the first attempt (A.4, R.2): read and called, or looked something up, for
 * which fields and how many minutes. The last answer counts; none is needed.
 */
export type ResearchAnswer =
  | { handoffId: string; lookedUp: false }
  | { handoffId: string; lookedUp: true; fieldIds: readonly FieldId[]; minutes: number };

/** Keeps the answer to the one optional question after the first attempt (A.4, R.2). */
export async function answerResearch(
  viewer: Viewer,
  input: ResearchAnswer,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await ownHandoff(tx, viewer, input.handoffId);
    if (!row) return refused(NO_HANDOFF);
    const answer = input.lookedUp
      ? { lookedUp: true, fieldIds: [...new Set(input.fieldIds)], minutes: input.minutes }
      : { lookedUp: false, fieldIds: [], minutes: null };
    await tx
      .insert(research)
      .values({ handoffId: row.id, personId: viewer.id, at: now, ...answer })
      .onConflictDoUpdate({ target: research.handoffId, set: { ...answer, at: now } });
    const entry = { verb: "told of research", subject: "lead", subjectId: row.leadId } as const;
    await record(tx, viewer, [{ at: now, ...entry, after: answer }]);
    return done;
  });
}

import { and, inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { activityChoice } from "@/db/schema/trail";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { BulkDone } from "@/lib/gate/aside/commands";
import { processLeads } from "@/lib/gate/commands";
import type { LeadFile } from "@/lib/gate/lead-file";
import { leadFiles } from "@/lib/gate/queries";
import { record } from "@/lib/platform/history";
import { doubtful } from "@/lib/trail/exclusion/doubtful";
import { sift } from "@/lib/trail/exclusion/exclusions";
import { linkScanner } from "@/lib/trail/exclusion/link-scanner";

type Settled = BulkDone & { activityIds: string[] };

const doubtsIn = ({ activities, trail }: LeadFile, now: Date) =>
  doubtful(sift(activities, trail, now), trail).map(({ id }) => id);

/**
 * Settles what was left out as doubtful (X.6): it counts after all, or is left out for good by a
 * person's word. Each lead is judged again.
 */
export async function settleDoubts(
  viewer: Viewer,
  { leadIds, counts }: { leadIds: readonly string[]; counts: boolean },
  now: Date,
): Promise<Outcome<Settled>> {
  authorize(viewer, "document leads");
  const choice = counts ? ("brought_back" as const) : ("left_out" as const);
  return transaction(async (tx) => {
    const files = await leadFiles(tx, viewer, leadIds, now);
    const doubts = files
      .map((file) => ({ leadId: file.id, activityIds: doubtsIn(file, now) }))
      .filter(({ activityIds }) => activityIds.length > 0);
    if (doubts.length === 0) return refused("Nothing in these is doubtful any more.");
    const rule = counts ? linkScanner.id : null;
    const by = { choice, rule, personId: viewer.id, at: now };
    const rows = doubts.flatMap(({ leadId, activityIds }) =>
      activityIds.map((activityId) => ({ leadId, activityId, ...by })),
    );
    await tx.insert(activityChoice).values(rows).onConflictDoNothing();
    const verb = counts ? "brought activities back" : "left activities out";
    await record(
      tx,
      viewer,
      doubts.map(({ leadId, activityIds }) => {
        return { at: now, verb, subject: "lead", subjectId: leadId, after: { activityIds } };
      }),
    );
    const ids = doubts.map(({ leadId }) => leadId);
    await processLeads(tx, viewer, ids, now);
    const activityIds = rows.map(({ activityId }) => activityId);
    return { ok: true, value: { leadIds: ids, left: leadIds.length - ids.length, activityIds } };
  });
}

/** Takes back how doubts were settled: the rules decide again, and the leads are doubtful again. */
export async function undoDoubts(
  viewer: Viewer,
  { leadIds, activityIds }: { leadIds: readonly string[]; activityIds: readonly string[] },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    await leadFiles(tx, viewer, leadIds, now);
    const undone = await tx
      .delete(activityChoice)
      .where(
        and(
          inArray(activityChoice.leadId, [...leadIds]),
          inArray(activityChoice.activityId, [...activityIds]),
        ),
      )
      .returning({ leadId: activityChoice.leadId });
    const ids = [...new Set(undone.map(({ leadId }) => leadId))];
    if (ids.length === 0) return refused("This was taken back already.");
    const entry = { at: now, verb: "took a choice back", subject: "lead" } as const;
    await record(
      tx,
      viewer,
      ids.map((subjectId) => ({ ...entry, subjectId })),
    );
    await processLeads(tx, viewer, ids, now);
    return { ok: true, value: { leadIds: ids, left: leadIds.length - ids.length } };
  });
}

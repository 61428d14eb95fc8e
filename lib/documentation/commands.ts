import { and, eq, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { finding, handoff } from "@/db/schema/handoff";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";

/** Settles what a rep missed (Q.6): it leaves the board and stays in the finding's own row. */
export async function settleFinding(
  viewer: Viewer,
  input: { findingId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [row] = await tx
      .update(finding)
      .set({ settledAt: now })
      .where(and(eq(finding.id, input.findingId), isNull(finding.settledAt)))
      .returning({ handoffId: finding.handoffId, fieldId: finding.fieldId });
    if (!row) return refused("This was settled already.");
    const [given] = await tx
      .select({ leadId: handoff.leadId })
      .from(handoff)
      .where(eq(handoff.id, row.handoffId));
    if (!given) throw new Error("A finding belongs to a handoff.");
    const after = { field: row.fieldId };
    await record(tx, viewer, [
      { at: now, verb: "settled", subject: "lead", subjectId: given.leadId, after },
    ]);
    return done;
  });
}

import { and, eq, inArray, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { finding, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { BulkDone } from "@/lib/gate/aside/commands";
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

/** Asks the providers again about leads that are held, as if for the first time (G.1, O.5). */
export async function retryLeads(
  viewer: Viewer,
  input: { leadIds: string[] },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const held = await tx
      .update(lead)
      .set({ enrichmentTries: 0, enrichmentNextAt: now })
      .where(and(inArray(lead.id, input.leadIds), eq(lead.status, "pending_enrichment")))
      .returning({ id: lead.id });
    if (held.length === 0) return refused("None of these is held at the gate any more.");
    const entries = held.map(({ id }) => ({
      at: now,
      verb: "retried",
      subject: "lead" as const,
      subjectId: id,
    }));
    await record(tx, viewer, entries);
    const leadIds = held.map(({ id }) => id);
    return { ok: true, value: { leadIds, left: input.leadIds.length - leadIds.length } };
  });
}

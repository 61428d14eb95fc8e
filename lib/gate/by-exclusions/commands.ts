import { and, asc, gt, inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { SystemActor } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { exclusionsInForce } from "@/lib/trail/queries";
import { processLeads } from "../commands";

/** Leads judged in one transaction. */
const BATCH = 100;
/** Before every lead's id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

type Progress = { version: number; afterId?: string | undefined };

/**
 * Judges a batch of the leads whom no rep has by the exclusion settings in force, in the order of
 * their ids, and hands in the job for the next one in the same transaction. Answers the last id of
 * the batch; null where all are done, or where a newer version has jobs of its own. Safe to run
 * twice. What was handed off keeps its snapshot (G.7).
 */
export async function judgeByExclusions(
  actor: SystemActor,
  { version, afterId = FIRST }: Progress,
  now: Date,
): Promise<string | null> {
  return transaction(async (tx) => {
    if ((await exclusionsInForce(tx)).version !== version) return null;
    const open = inArray(lead.status, ["captured", "pending_enrichment", "ready"]);
    const rows = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(and(open, gt(lead.id, afterId)))
      .orderBy(asc(lead.id))
      .limit(BATCH);
    const ids = rows.map(({ id }) => id);
    const last = ids.at(-1) ?? null;
    await processLeads(tx, actor, ids, now);
    if (last !== null) await enqueue(tx, "judge-by-exclusions", [{ version, afterId: last }]);
    return last;
  });
}

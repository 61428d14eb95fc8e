import { transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { exclusionsInForce } from "@/lib/trail/queries";
import { judgeNextOpen } from "../open-leads/commands";

type Progress = { version: number; afterId?: string | undefined };

/**
 * Judges a batch of the leads whom no rep has by the exclusion settings in force, and hands in the job
 * for the next one in the same transaction. Answers the last id of the batch; null where all are done,
 * or where a newer version has jobs of its own. Safe to run twice.
 */
export async function judgeByExclusions(
  actor: SystemActor,
  { version, afterId }: Progress,
  now: Date,
): Promise<string | null> {
  return transaction(async (tx) => {
    if ((await exclusionsInForce(tx)).version !== version) return null;
    const last = await judgeNextOpen(tx, actor, afterId, now);
    if (last !== null) await enqueue(tx, "judge-by-exclusions", [{ version, afterId: last }]);
    return last;
  });
}

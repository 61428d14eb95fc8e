import { transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { modelInForce } from "@/lib/scoring/queries";
import { judgeNextOpen } from "../open-leads/commands";

type Progress = { version: number; afterId?: string | undefined };

/**
 * Judges a batch of the leads whom no rep has by the scoring model in force, and hands in the job for
 * the next one in the same transaction. Answers the last id of the batch; null where all are done, or
 * where a newer version has its own jobs under way. Safe to run twice.
 */
export async function judgeByModel(
  actor: SystemActor,
  { version, afterId }: Progress,
  now: Date,
): Promise<string | null> {
  return transaction(async (tx) => {
    if ((await modelInForce(tx)).version !== version) return null;
    const last = await judgeNextOpen(tx, actor, afterId, now);
    if (last !== null) await enqueue(tx, "judge-by-model", [{ version, afterId: last }]);
    return last;
  });
}

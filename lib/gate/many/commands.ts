import { type Transaction, transaction } from "@/db/client";
import type { Actor, SystemActor } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { processLeads } from "../commands";

/** Leads that a caller waits for. Judging one takes longer than keeping what it did. */
export const JUDGED_AT_ONCE = 20;
/** Leads of one job, judged in one transaction. */
const OF_A_JOB = 50;

/**
 * Judges the few leads of a call at once, so that its effect is there with the answer; many are
 * judged by jobs that are there once what they did is committed, and not where it is not.
 */
export async function judgeSoon(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length <= JUDGED_AT_ONCE) {
    await processLeads(tx, actor, ids, now);
    return;
  }
  const jobs: { leadIds: string[] }[] = [];
  for (let from = 0; from < ids.length; from += OF_A_JOB)
    jobs.push({ leadIds: ids.slice(from, from + OF_A_JOB) });
  await enqueue(tx, "judge-leads", jobs);
}

/**
 * Judges the leads of a job as they stand now: all together, or one by one where that fails, so
 * that one that cannot be judged keeps nobody else from it. Safe to run again. Throws the last
 * failure, once all others are judged.
 */
export async function judgeMany(
  actor: SystemActor,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const judge = (some: readonly string[]) =>
    transaction((tx) => processLeads(tx, actor, some, now));
  try {
    await judge(ids);
  } catch {
    const tried: PromiseSettledResult<unknown>[] = [];
    for (const id of ids) tried.push(...(await Promise.allSettled([judge([id])])));
    const failed = tried.findLast(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  }
}

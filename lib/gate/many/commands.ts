import { type Transaction, transaction } from "@/db/client";
import { isOutage } from "@/db/outage";
import type { Actor, SystemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import { enqueue, holdWaiting } from "@/lib/platform/jobs/commands";
import { leaveRoom } from "@/lib/platform/jobs/room";
import { log } from "@/lib/platform/log";
import { processLeads } from "../commands";
import { haveMoreThan } from "./queries";
import { FIRST_TOGETHER, nextTogether } from "./together";
import { noteWaiting, perhapsWaiting } from "./waiting";

/** Leads that a caller waits for. Judging one takes longer than keeping what it did. */
export const JUDGED_AT_ONCE = 20;
/** Activities of those leads, old and new together: each judging reads all of them again. */
export const READ_AT_ONCE = 500;
/** Leads of one job. */
const OF_A_JOB = 500;
/** After so long a run hands on what is left, well before it would be taken for dead. */
const RUN_MS = 120_000;
/** A lead that could not be judged is tried again by itself. */
const AGAIN_MS = 5_000;

/**
 * Judges the few leads of a call at once, so that its effect is there with the answer. Many, or
 * those that did much, are judged by jobs that are there once what they did is committed, and not
 * where it is not: the call neither waits for their judging nor for whoever judges them just now.
 */
export async function judgeSoon(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const quick = ids.length <= JUDGED_AT_ONCE && !(await haveMoreThan(tx, actor, ids, READ_AT_ONCE));
  if (quick) await processLeads(tx, actor, ids, now);
  else await handIn(tx, ids);
}

/** One whom a job names that still waits is not handed in again: the job waits for this transaction. */
async function handIn(tx: Transaction, ids: readonly string[]): Promise<void> {
  const jobOf = perhapsWaiting(ids);
  const held = await holdWaiting(tx, "judge-leads", [...new Set(jobOf.values())]);
  const left = ids.filter((id) => !held.has(jobOf.get(id) ?? ""));
  const jobs: { leadIds: string[] }[] = [];
  for (let from = 0; from < left.length; from += OF_A_JOB)
    jobs.push({ leadIds: left.slice(from, from + OF_A_JOB) });
  const handedIn = await enqueue(tx, "judge-leads", jobs);
  for (const [index, job] of handedIn.entries()) noteWaiting(job, jobs[index]?.leadIds ?? []);
}

/**
 * Judges leads as they stand now, a few at a time, and leaves room for who waits for an answer of
 * this process. Safe to run again. Answers those that could not be judged; what is left when the
 * time is up is handed in again. Throws where the database does not answer, or when it is to stop.
 */
export async function judgeMany(
  actor: SystemActor,
  ids: readonly string[],
  clock: Clock,
  signal?: AbortSignal,
): Promise<string[]> {
  const began = performance.now();
  const failed: string[] = [];
  let together = FIRST_TOGETHER;
  for (let from = 0; from < ids.length; ) {
    signal?.throwIfAborted();
    if (performance.now() - began > RUN_MS) {
      await transaction((tx) => handIn(tx, ids.slice(from)));
      return failed;
    }
    const before = performance.now();
    failed.push(...(await judgeSome(actor, ids.slice(from, from + together), clock)));
    from += together;
    const took = performance.now() - before;
    together = nextTogether(together, took);
    if (from < ids.length) await leaveRoom(took);
  }
  return failed;
}

/** Has leads that could not be judged among others tried again, each by itself and a little later. */
export async function judgeSingly(
  _actor: SystemActor,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const startAfter = new Date(now.getTime() + AGAIN_MS);
  const jobs = ids.map((id) => ({ leadIds: [id] }));
  await transaction((tx) => enqueue(tx, "judge-leads", jobs, { startAfter }));
}

/** All together, or one by one where that fails: one that cannot be judged keeps nobody else from it. */
async function judgeSome(
  actor: SystemActor,
  ids: readonly string[],
  clock: Clock,
): Promise<string[]> {
  const judge = (some: readonly string[]) =>
    transaction((tx) => processLeads(tx, actor, some, clock()));
  try {
    await judge(ids);
    return [];
  } catch {
    const failed: string[] = [];
    for (const id of ids)
      await judge([id]).catch((err: unknown) => {
        if (isOutage(err)) throw err;
        log().error({ err, lead: id }, "A lead could not be judged");
        failed.push(id);
      });
    return failed;
  }
}

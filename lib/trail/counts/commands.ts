import { lt, sql } from "drizzle-orm";
import { db, type Transaction, transaction } from "@/db/client";
import { anonymousActivity } from "@/db/schema/activity";
import { exclusionCount, unreadEvent } from "@/db/schema/trail";
import type { Actor, SystemActor } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import { record } from "@/lib/platform/history";
import { type DayChange, firstDay, summed } from "../exclusion/exclusion-days";
import { exclusionsInForce } from "../queries";
import { forgottenBefore } from "../retention";

/** Adds what changed in what the rules take out; in the transaction that judged the leads. */
export async function countExclusions(
  tx: Transaction,
  _actor: Actor,
  changes: readonly DayChange[],
): Promise<void> {
  const rows = summed(changes);
  if (rows.length > 0) await tx.insert(exclusionCount).values(rows);
}

/** A tracked event that none of our kinds fits. */
export type Unread = { event: string; at: Date };

/** The longest name of an event that is kept, in characters. */
const LONGEST_EVENT = 120;

/** Counts events that were not understood, so that none is lost silently (K.1). */
export async function countUnread(
  tx: Transaction,
  actor: Actor,
  events: readonly Unread[],
): Promise<void> {
  const byEvent = Map.groupBy(events, ({ event }) => event.slice(0, LONGEST_EVENT).toWellFormed());
  const rows = [...byEvent].map(([event, those]) => {
    const lastAt = new Date(Math.max(...those.map(({ at }) => at.getTime())));
    const day = lastAt.toISOString().slice(0, 10);
    return { source: actor.name, event, day, count: those.length, lastAt };
  });
  if (rows.length > 0) await tx.insert(unreadEvent).values(rows);
}

/**
 * Sums up rows of one day to one, and drops days that nobody looks at any more. Each of two that
 * run at once sums up only what it took away itself, so no count is lost or doubled.
 */
export async function sumUpCounts(_actor: SystemActor, now: Date): Promise<void> {
  const from = firstDay(now);
  await transaction(async (tx) => {
    await tx.delete(exclusionCount).where(lt(exclusionCount.day, from));
    await tx.delete(unreadEvent).where(lt(unreadEvent.day, from));
    await tx.execute(sql`
      with gone as (
        delete from exclusion_count where (day, rule) in (
          select day, rule from exclusion_count group by day, rule having count(*) > 1)
        returning day, rule, count)
      insert into exclusion_count (day, rule, count)
      select day, rule, sum(count) from gone group by day, rule having sum(count) <> 0`);
    await tx.execute(sql`
      with gone as (
        delete from unread_event where (day, source, event) in (
          select day, source, event from unread_event group by day, source, event having count(*) > 1)
        returning day, source, event, count, last_at)
      insert into unread_event (day, source, event, count, last_at)
      select day, source, event, sum(count), max(last_at) from gone group by day, source, event`);
  });
}

/** A month of activities that was forgotten; `month` as `2024-03`. */
type ForgottenMonth = { month: string; activities: number };

/**
 * Forgets the months of activities that are older than the retention (C3), whole, and says in the
 * history which they were. Without a retention nothing is forgotten.
 */
export async function forgetActivities(actor: SystemActor, now: Date): Promise<ForgottenMonth[]> {
  return transaction(async (tx) => {
    const { settings, version } = await exclusionsInForce(tx);
    const before = forgottenBefore(settings.retentionMonths, now);
    if (!before) return [];
    const rows = await tx.execute<{ month: string; activities: string }>(sql`
      select month, activities from baton_forget_months(${before.toISOString()}::timestamptz)`);
    const months = [...rows].map((row) => ({ ...row, activities: Number(row.activities) }));
    await tx.delete(anonymousActivity).where(lt(anonymousActivity.occurredAt, before));
    if (months.length === 0) return [];
    const after = { before: before.toISOString(), months };
    const subjectId = String(version);
    await record(tx, actor, [
      { at: now, verb: "forgot activities", subject: "trail settings", subjectId, after },
    ]);
    return months;
  });
}

/** The receipts are looked through once in so many nights, a part each night. */
const NIGHTS = 28;
/** So many blocks of 8 kB are looked through at once. */
const BLOCKS = 4_000;

/**
 * Forgets the receipts of activities that the retention let go of (C3); answers how many. What was
 * received before them happened before them, give or take the clock of who sent it, so a repeat that
 * comes still, as when a system is read from its beginning, is of a month that is forgotten the next
 * night. Events of webhooks are replayed for 30 days, which the shortest retention outlasts. Receipts
 * have no index by time, which every event would pay for: they are read a part a night, by place.
 */
export async function forgetReceipts(_actor: SystemActor, now: Date): Promise<number> {
  const { settings } = await exclusionsInForce();
  const before = forgottenBefore(settings.retentionMonths, now);
  if (!before) return 0;
  const until = new Date(before.getTime() - DAY).toISOString();
  const [table] = await db.execute<{ blocks: number }>(sql`
    select ceil(pg_relation_size('activity_receipt') / current_setting('block_size')::float8)::int
      as blocks`);
  const part = Math.ceil((table?.blocks ?? 0) / NIGHTS);
  const first = (Math.floor(now.getTime() / DAY) % NIGHTS) * part;
  let forgotten = 0;
  for (let from = first; from < first + part; from += BLOCKS) {
    const to = Math.min(from + BLOCKS, first + part);
    const { count } = await db.execute(sql`
      delete from activity_receipt
      where ctid >= ${`(${from},0)`}::tid and ctid < ${`(${to},0)`}::tid
        and received_at < ${until}::timestamptz`);
    forgotten += count;
  }
  return forgotten;
}

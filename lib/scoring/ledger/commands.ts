import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { DAY } from "@/lib/trail/chronology";
import type { ScoreEntry } from "../score-entry";
import { HISTORY_DAYS, type ScorePoint } from "../score-history";

/** A judged lead's ledger as it is to be, and what its history gains. */
export type ScoreWrite = { leadId: string; entries: ScoreEntry[]; points: ScorePoint[] };

/** The activities that a row names; a page read ten thousand times is still one row. */
const NAMED_ACTIVITIES = 200;

const rowOf = (leadId: string, { activityIds, ...entry }: ScoreEntry) => ({
  lead_id: leadId,
  ...entry,
  activity_ids: activityIds.slice(-NAMED_ACTIVITIES),
  activity_count: activityIds.length,
});

/**
 * Makes the ledgers of judged leads say what they are to say, in the transaction that judged them:
 * one statement for all, and it touches only rows that differ.
 */
async function writeEntries(
  tx: Transaction,
  writes: readonly ScoreWrite[],
  modelVersion: number,
  now: Date,
): Promise<void> {
  const leads = JSON.stringify(writes.map(({ leadId }) => leadId));
  const rows = JSON.stringify(
    writes.flatMap(({ leadId, entries }) => entries.map((entry) => rowOf(leadId, entry))),
  );
  await tx.execute(sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as x(lead_id uuid, "group" text, rule text,
        label text, points smallint, activity_ids uuid[], activity_count integer)
    ), known as materialized (
      select e.* from score_entry e
      where e.lead_id in (select value::uuid from jsonb_array_elements_text(${leads}::jsonb))
    ), gone as (
      delete from score_entry e using known k
      where e.lead_id = k.lead_id and e."group" = k."group" and e.rule = k.rule and not exists (
        select from wanted w where w.lead_id = k.lead_id and w."group" = k."group" and w.rule = k.rule)
    )
    insert into score_entry (lead_id, "group", rule, label, points, activity_ids, activity_count,
      model_version, at)
    select w.*, ${modelVersion}::integer, ${now.toISOString()}::timestamptz from wanted w
    left join known k on k.lead_id = w.lead_id and k."group" = w."group" and k.rule = w.rule
    where (k.label, k.points, k.activity_ids, k.activity_count, k.model_version) is distinct from
      (w.label, w.points, w.activity_ids, w.activity_count, ${modelVersion}::integer)
    on conflict (lead_id, "group", rule) do update set label = excluded.label,
      points = excluded.points, activity_ids = excluded.activity_ids,
      activity_count = excluded.activity_count, model_version = excluded.model_version,
      at = excluded.at`);
}

/** Of the rows that only say that time went by, a lead keeps one a day. */
async function appendPoints(tx: Transaction, writes: readonly ScoreWrite[]): Promise<void> {
  const rows = writes.flatMap(({ leadId, points }) =>
    points.map(({ modelVersion, byTime, ...numbers }) => ({
      ...numbers,
      lead_id: leadId,
      model_version: modelVersion,
      by_time: byTime,
    })),
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    with added as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(lead_id uuid,
        at timestamptz, total smallint, fit smallint, intent smallint, behavior smallint,
        model_version integer, by_time boolean)
    ), replaced as (
      delete from score_history h using added a
      where h.lead_id = a.lead_id and h.by_time and a.by_time and h.at < a.at
        and h.at >= date_trunc('day', a.at, 'UTC')
    )
    insert into score_history (lead_id, at, total, fit, intent, behavior, model_version, by_time)
    select lead_id, at, total, fit, intent, behavior, model_version, by_time from added
    on conflict (lead_id, at) do update set total = excluded.total, fit = excluded.fit,
      intent = excluded.intent, behavior = excluded.behavior,
      model_version = excluded.model_version, by_time = excluded.by_time`);
}

/** Writes what was judged of leads' scores: the ledgers, and what the histories gain. */
export async function writeScores(
  tx: Transaction,
  writes: readonly ScoreWrite[],
  modelVersion: number,
  now: Date,
): Promise<void> {
  if (writes.length === 0) return;
  await writeEntries(tx, writes, modelVersion, now);
  await appendPoints(tx, writes);
}

/** Points forgotten in one statement, so that nobody waits long for one. */
const FORGOTTEN_AT_ONCE = 20_000;

/**
 * Forgets a batch of what is older than the history is kept, except a lead's last point, which
 * still says how its score stands. Answers how many; 0 when all are gone. Safe to repeat.
 */
export async function forgetScores(_actor: SystemActor, now: Date): Promise<number> {
  const before = new Date(now.getTime() - HISTORY_DAYS * DAY).toISOString();
  const { count } = await db.execute(sql`
    delete from score_history where (lead_id, at) in (
      select h.lead_id, h.at from score_history h
      where h.at < ${before}::timestamptz and exists (
        select from score_history later where later.lead_id = h.lead_id and later.at > h.at)
      limit ${FORGOTTEN_AT_ONCE}
    )`);
  return count;
}

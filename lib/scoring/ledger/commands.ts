import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { SystemActor } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import { HISTORY_DAYS, type ScorePoint } from "../score-history";
import type { LedgerChange } from "./ledger-change";

/** What changes in a judged lead's ledger, and what its history gains. */
export type ScoreWrite = LedgerChange & { leadId: string; points: ScorePoint[] };

const ofEach = <T extends object>(
  writes: readonly ScoreWrite[],
  rowsOf: (write: ScoreWrite) => readonly T[],
) =>
  JSON.stringify(
    writes.flatMap((write) => rowsOf(write).map((row) => ({ leadId: write.leadId, ...row }))),
  );

/**
 * Writes what was judged of leads' scores, in the transaction that judged them and in one statement
 * for all: rows of the ledgers that changed or are no more, and what the histories gain. Of the
 * points that only say that time went by, a lead keeps one a day.
 */
export async function writeScores(
  tx: Transaction,
  all: readonly ScoreWrite[],
  now: Date,
): Promise<void> {
  const writes = all.filter(
    ({ changed, gone, points }) => changed.length + gone.length + points.length > 0,
  );
  if (writes.length === 0) return;
  await tx.execute(sql`
    with gone as (
      delete from score_entry e
      using jsonb_to_recordset(${ofEach(writes, ({ gone }) => gone)}::jsonb)
        as x("leadId" uuid, "group" text, rule text)
      where e.lead_id = x."leadId" and e."group" = x."group" and e.rule = x.rule
    ), written as (
      insert into score_entry (lead_id, "group", rule, label, points, activity_ids, activity_count,
        model_version, at)
      select x.*, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${ofEach(writes, ({ changed }) => changed)}::jsonb)
        as x("leadId" uuid, "group" text, rule text, label text, points smallint,
          "activityIds" uuid[], "activityCount" integer, "modelVersion" integer)
      on conflict (lead_id, "group", rule) do update set label = excluded.label,
        points = excluded.points, activity_ids = excluded.activity_ids,
        activity_count = excluded.activity_count, model_version = excluded.model_version,
        at = excluded.at
    ), point as materialized (
      select * from jsonb_to_recordset(${ofEach(writes, ({ points }) => points)}::jsonb)
        as x("leadId" uuid, at timestamptz, total smallint, fit smallint, intent smallint,
          behavior smallint, "modelVersion" integer, "byTime" boolean)
    ), replaced as (
      delete from score_history h using point p
      where h.lead_id = p."leadId" and h.by_time and p."byTime" and h.at < p.at
        and h.at >= date_trunc('day', p.at, 'UTC')
    )
    insert into score_history (lead_id, at, total, fit, intent, behavior, model_version, by_time)
    select * from point
    on conflict (lead_id, at) do update set total = excluded.total, fit = excluded.fit,
      intent = excluded.intent, behavior = excluded.behavior,
      model_version = excluded.model_version, by_time = excluded.by_time`);
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

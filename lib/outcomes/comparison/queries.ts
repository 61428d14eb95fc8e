import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { inMs, legsBetween } from "@/lib/sla/legs/queries";
import { calendarsOf } from "@/lib/sla/queries";
import { workClock } from "@/lib/sla/work-clock";
import { type Leg, workOfLegs } from "./legs";
import { type Followed, QUESTIONS } from "./questions";

/** `earlier` are those who had the lead in a row before its owner; null where it was not given on. */
type Row = Omit<Followed, "work"> & { ownerId: string; earlier: Leg[] | null };

const DAYS = [...new Set(Object.values(QUESTIONS).map(({ afterDays }) => afterDays))].sort(
  (one, other) => other - one,
);

/** The most days of a question that have passed since the routing. */
const days = (now: string) =>
  sql.join([
    sql`case`,
    ...DAYS.map(
      (count) =>
        sql` when routed_at <= ${now}::timestamptz - ${`${count * 24} hours`}::interval then ${sql.raw(String(count))}`,
    ),
    sql` else 0 end`,
  ]);

/**
 * The leads that were routed since a moment, each by its last handoff, with what came of them. One that
 * was given on is answered by whoever had it in a row, since the first of them, as in the report on
 * answers. Leads that were routed alike and became the same are one row with all their times, so that
 * what is read grows with what there is to tell apart, and not with the leads.
 */
export async function followedLeads(viewer: Viewer, since: Date, at: Date): Promise<Followed[]> {
  authorize(viewer, "see outcomes");
  const [from, now] = [since.toISOString(), at.toISOString()];
  const rows = await db.execute<Row>(sql`
    with legs as (${legsBetween(since, at)}), placed as (
      select legs.*, lead(id) over (partition by lead_id order by routed_at) is null as is_last,
        max(routed_at) filter (where not goes_on) over (partition by lead_id) as began from legs
    ), in_row as materialized (select * from placed where routed_at >= began
    ), earlier as (
      select lead_id, (array_agg(window_seconds order by routed_at))[1] as first_window,
        jsonb_agg(jsonb_build_object('ownerId', owner_id, 'from', ${inMs("routed_at")},
          'until', ${inMs("given_on_at")}) order by routed_at) as earlier
      from in_row where not is_last group by lead_id
    ), tries as (
      -- One walk over the attempts for all, not two looks for each lead.
      select in_row.lead_id, min(a.at) as first_at, bool_or(a.result = 'reached') as reached
      from attempt a join in_row on in_row.id = a.handoff_id
      where a.at >= ${from} and a.at <= ${now} and a.at >= in_row.routed_at
      group by in_row.lead_id
    ), followed as (
      select last.*, ${days(now)} as days, first_at, coalesce(reached, false) as reached, earlier,
        coalesce(first_window, window_seconds) as owed_seconds,
        o.opportunity_at is not null as opportunity, o.won_at is not null as won, o.won_at
      from in_row last left join earlier on earlier.lead_id = last.lead_id
        left join tries on tries.lead_id = last.lead_id left join outcome o on o.lead_id = last.lead_id
      where is_last)
    select owner_id as "ownerId", owed_seconds as "windowSeconds", warm, tier, channel, days, reached,
      accepted, opportunity, won, earlier, count(*)::int as leads,
      ${times("began", "first_at is not null")} as "triedFrom",
      ${times("first_at - began", "first_at is not null")} as "triedAfterMs",
      ${times("began", "first_at is null")} as "untriedFrom",
      ${times("decided_at", "first_at is null")} as "untriedUntil",
      ${times("won_at - routed_at", "won")} as "dealAfterMs"
    from followed group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`);
  const owners = rows.flatMap(({ ownerId, earlier }) => [
    ownerId,
    ...(earlier ?? []).map((leg) => leg.ownerId),
  ]);
  const calendars = await calendarsOf(viewer, [...new Set(owners)]);
  const span = { from: since.getTime(), until: at.getTime() };
  const clocks = new Map([...calendars].map(([id, calendar]) => [id, workClock(calendar, span)]));
  return rows.map(({ ownerId, earlier, ...row }) => ({
    ...row,
    work: workOfLegs(earlier ?? [], ownerId, clocks),
  }));
}

/** The times of those rows of a group; what is gathered from the same rows comes in the same order. */
const times = (moment: string, where: string) =>
  sql`coalesce(json_agg(${inMs(moment)}) filter (where ${sql.raw(where)}), '[]')`;

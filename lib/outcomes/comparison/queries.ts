import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { calendarsOf } from "@/lib/sla/queries";
import { workClock } from "@/lib/sla/work-clock";
import { type Followed, QUESTIONS } from "./questions";

type Row = Omit<Followed, "work"> & { ownerId: string };

const DAYS = [...new Set(Object.values(QUESTIONS).map(({ afterDays }) => afterDays))].sort(
  (one, other) => other - one,
);

/** Milliseconds since 1970, or of an interval. */
const ms = (moment: string) => `(extract(epoch from ${moment}) * 1000)::float8`;

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
 * The leads that were routed since a moment, each by its last handoff, with what came of them.
 * Leads that were routed alike and became the same are one row with all their times, so that what is
 * read grows with what there is to tell apart, and not with the leads.
 */
export async function followedLeads(viewer: Viewer, since: Date, at: Date): Promise<Followed[]> {
  authorize(viewer, "see outcomes");
  const [from, now] = [since.toISOString(), at.toISOString()];
  const rows = await db.execute<Row>(sql`
    with last as materialized (
      select distinct on (lead_id) lead_id, id, owner_id, warm, tier, channel, routed_at, window_seconds
      from handoff where routed_at >= ${from} and routed_at <= ${now}
      order by lead_id, routed_at desc
    ), tries as (
      -- One walk over the attempts for all, not two looks for each lead.
      select a.handoff_id, min(a.at) as first_at, bool_or(a.result = 'reached') as reached
      from attempt a join last on last.id = a.handoff_id
      where a.at >= ${from} and a.at <= ${now} and a.at >= last.routed_at
      group by a.handoff_id
    ), followed as (
      select last.*, ${days(now)} as days, first_at, coalesce(reached, false) as reached,
        coalesce(d.accepted, false) as accepted, o.opportunity_at is not null as opportunity,
        o.won_at is not null as won, o.won_at
      from last left join tries on tries.handoff_id = last.id
        left join decision d on d.handoff_id = last.id left join outcome o on o.lead_id = last.lead_id)
    select owner_id as "ownerId", window_seconds as "windowSeconds", warm, tier, channel, days, reached,
      accepted, opportunity, won, count(*)::int as leads,
      ${times("routed_at", "first_at is not null")} as "triedFrom",
      ${times("first_at - routed_at", "first_at is not null")} as "triedAfterMs",
      ${times("routed_at", "first_at is null")} as "untriedFrom",
      ${times("won_at - routed_at", "won")} as "dealAfterMs"
    from followed group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`);
  const calendars = await calendarsOf(viewer, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  const span = { from: since.getTime(), until: at.getTime() };
  const clocks = new Map([...calendars].map(([id, calendar]) => [id, workClock(calendar, span)]));
  return rows.flatMap(({ ownerId, ...row }) => {
    const work = clocks.get(ownerId);
    return work ? [{ ...row, work }] : [];
  });
}

/** The times of those rows of a group; what is gathered from the same rows comes in the same order. */
const times = (moment: string, where: string) =>
  sql.raw(`coalesce(json_agg(${ms(moment)}) filter (where ${where}), '[]')`);

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { RESPONSE_WINDOW_SECONDS } from "@/lib/sla/response-window";
import {
  type ClockReading,
  type Percentiles,
  type StillHeld,
  spreadOf,
  type TwoClocks,
} from "./two-clocks";

type Row = {
  week: string | null;
  leads: number;
  untried: number;
  marketing: Percentiles;
  sales: Percentiles;
  whole: Percentiles;
};

const reading = ({ leads, untried, marketing, sales, whole }: Row): ClockReading => ({
  leads,
  untried,
  marketing: spreadOf(marketing),
  sales: spreadOf(sales),
  whole: spreadOf(whole),
});

const NONE: Row = { week: null, leads: 0, untried: 0, marketing: [], sales: [], whole: [] };

/** As JSON, which knows no infinity: what still waits comes as null. */
const spread = (column: string) =>
  sql.raw(`to_json(array(
  select nullif(p, 'infinity') from unnest(
    percentile_disc(array[0.5, 0.9]) within group (order by ${column})) with ordinality as u (p, n)
  order by n))`);

/**
 * Marketing's clock and sales' side by side (G.6), since a moment. Of each lead the first routing
 * counts and the first attempt by anybody, so that passing a lead on stops no clock. A lead without
 * an attempt is slower than all others, and one that is still within its window is not judged yet.
 */
export async function readTwoClocks(viewer: Viewer, from: Date, now: Date): Promise<TwoClocks> {
  authorize(viewer, "see the audit");
  const judged = new Date(now.getTime() - RESPONSE_WINDOW_SECONDS * 1_000);
  const [rows, held] = await Promise.all([
    db.execute<Row>(sql`
      with given as (
        select distinct on (lead_id) lead_id, routed_at, captured_at
        from handoff where routed_at <= ${judged.toISOString()}::timestamptz
        order by lead_id, routed_at
      ), tried as (
        select h.lead_id, min(a.at) as at from attempt a join handoff h on h.id = a.handoff_id
        where a.at <= ${now.toISOString()}::timestamptz and a.at >= h.routed_at group by h.lead_id
      ), clocks as (
        select to_char(date_trunc('week', g.routed_at, 'UTC'), 'YYYY-MM-DD') as week, t.at,
          extract(epoch from g.routed_at - g.captured_at)::float8 as marketing,
          coalesce(extract(epoch from t.at - g.routed_at)::float8, 'infinity') as sales,
          coalesce(extract(epoch from t.at - g.captured_at)::float8, 'infinity') as whole
        from given g left join tried t on t.lead_id = g.lead_id
        where g.routed_at >= ${from.toISOString()}::timestamptz
      )
      select week, count(*)::int as leads, (count(*) filter (where at is null))::int as untried,
        ${spread("marketing")} as marketing, ${spread("sales")} as sales, ${spread("whole")} as whole
      from clocks group by grouping sets ((), (week)) order by week nulls first`),
    stillHeld(now),
  ]);
  return {
    all: reading(rows.find(({ week }) => week === null) ?? NONE),
    weeks: rows.flatMap((row) => (row.week ? [{ week: row.week, ...reading(row) }] : [])),
    held,
  };
}

async function stillHeld(now: Date): Promise<StillHeld> {
  const waited = sql`extract(epoch from ${now.toISOString()}::timestamptz - captured_at)::float8`;
  const [row] = await db.execute<StillHeld>(sql`
    select count(*)::int as leads, max(${waited}) as longest,
      percentile_disc(0.5) within group (order by ${waited}) as median
    from lead where status = 'pending_enrichment'`);
  return row ?? { leads: 0, median: null, longest: null };
}

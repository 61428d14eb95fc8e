import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { SystemActor } from "@/lib/access/viewer";
import { CATEGORY_KEYS, FIELD_IDS } from "@/lib/standard/categories";
import { FIELD_PLACES } from "@/lib/standard/field-states";

/** A day's count of one value that is not what the handoffs say; `null` where one of them has none. */
export type CountDifference = {
  day: string;
  dimension: string;
  value: string;
  kept: Numbers | null;
  recounted: Numbers | null;
};
/** Handoffs, those with all five complete, and each category and field, in the order of the counts. */
type Numbers = number[];

type Recount = { handoffs: number; counts: number; differences: CountDifference[] };

const met = (text: string) => `count(*) filter (where ${text})`;
const isComplete = (key: string) => `s.completeness ->> '${key}' = 'complete'`;

/**
 * What trends count, counted anew from the snapshots, apart from how the trigger counts. Whether a
 * field has a value is what the gate saw then: it is frozen with the handoff beside the snapshot.
 */
export const COUNTED = sql.raw(`
  select ("routedAt" at time zone 'UTC')::date as day, d.dimension, d.value,
    array[count(*), ${met(CATEGORY_KEYS.map(isComplete).join(" and "))},
      ${CATEGORY_KEYS.map((key) => met(isComplete(key))).join(", ")},
      ${FIELD_IDS.toSorted((one, other) => FIELD_PLACES[one] - FIELD_PLACES[other])
        .map((id) =>
          met(
            `filled / ${2 ** FIELD_PLACES[id]} % 2 = 1 and not s.missing @> '[{"id": "${id}"}]'::jsonb`,
          ),
        )
        .join(", ")}]::int[] as numbers
  from handoff h cross join lateral jsonb_to_record(h.snapshot) s ("routedAt" timestamptz,
      owner jsonb, completeness jsonb, missing jsonb, fields jsonb, "standardVersion" int)
    cross join lateral (values ('all', ''), ('rep', s.owner ->> 'id'),
      ('campaign', coalesce(s.fields -> 'C5.3' -> 'value' ->> 'campaign', '')),
      ('source', coalesce(s.fields -> 'C5.3' -> 'value' ->> 'channel', '')),
      ('segment', coalesce(h.segment_id, '?')), ('version', s."standardVersion"::text)
    ) d (dimension, value)
  group by 1, 2, 3`);

const KEPT = sql.raw(`
  select day, dimension, value, array[sum(handoffs), sum(warm),
    ${CATEGORY_KEYS.map((_, at) => `sum(complete[${at + 1}])`).join(", ")},
    ${FIELD_IDS.map((_, at) => `sum(fields[${at + 1}])`).join(", ")}]::int[] as numbers
  from trend_count group by day, dimension, value`);

type Row = CountDifference & { handoffs: number; counts: number };

/**
 * Counts the trends anew from every snapshot and compares, in one statement, so that what is routed
 * meanwhile is in both or in neither. `db` without a time limit: every snapshot is read.
 */
export async function recountTrends(actor: SystemActor, db: Db): Promise<Recount> {
  authorize(actor, "see the audit");
  const rows = await db.execute<Row>(sql`
    with recounted as materialized (${COUNTED}), kept as materialized (${KEPT}), total as (
      select coalesce(sum(numbers[1]) filter (where dimension = 'all'), 0)::int as handoffs,
        count(*)::int as counts
      from recounted
    ), differences as (
      select to_char(coalesce(r.day, k.day), 'YYYY-MM-DD') as day,
        coalesce(r.dimension, k.dimension) as dimension, coalesce(r.value, k.value) as value,
        k.numbers as kept, r.numbers as recounted
      from recounted r full join kept k
        on k.day = r.day and k.dimension = r.dimension and k.value = r.value
      where k.numbers is distinct from r.numbers
    )
    select * from total left join differences on true order by day, dimension, value`);
  const [first] = rows;
  const differences = rows.filter(({ day }) => day !== null);
  return {
    handoffs: first?.handoffs ?? 0,
    counts: first?.counts ?? 0,
    differences: differences.map(({ day, dimension, value, kept, recounted }) => ({
      day,
      dimension,
      value,
      kept,
      recounted,
    })),
  };
}

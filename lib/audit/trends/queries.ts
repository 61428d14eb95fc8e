import { and, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { trendCount } from "@/db/schema/trend";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { CATEGORY_KEYS, isFieldId } from "@/lib/standard/categories";
import { FIELD_PLACES } from "@/lib/standard/field-states";
import type { Dimension } from "./dimension";
import type { Measure } from "./measure";
import type { Per } from "./period";

/** What is read of the counts: days from `from` up to, not including, `until`. */
type Counted = {
  per: Per;
  dimension: Dimension;
  /** One value, some, or null for every one. */
  value: string | readonly string[] | null;
  measures: readonly Measure[];
  from: string;
  until: string | null;
};

/** A period of one value: how many handoffs, and how many met each measure, in their order. */
export type PeriodCount = { period: string; value: string; handoffs: number; counts: number[] };

/** The places of arrays begin at 1. */
const columnOf = (measure: Measure): SQL => {
  if (measure === "warm") return sql`${trendCount.warm}`;
  if (isFieldId(measure)) return sql`${trendCount.fields}[${FIELD_PLACES[measure] + 1}]`;
  return sql`${trendCount.complete}[${CATEGORY_KEYS.indexOf(measure) + 1}]`;
};

const within = ({ dimension, from, until }: Pick<Counted, "dimension" | "from" | "until">) =>
  and(
    eq(trendCount.dimension, dimension),
    gte(trendCount.day, from),
    until === null ? undefined : lt(trendCount.day, until),
  );

function ofValue(value: Counted["value"]) {
  if (value === null) return undefined;
  return typeof value === "string"
    ? eq(trendCount.value, value)
    : inArray(trendCount.value, [...value]);
}

/** The counts of some periods, from what was kept as handoffs were made; no handoff is read. */
export async function trendCounts(viewer: Viewer, counted: Counted): Promise<PeriodCount[]> {
  authorize(viewer, "see the audit");
  const sums = counted.measures.map((measure) => sql`sum(${columnOf(measure)})::int`);
  return db
    .select({
      period: sql<string>`to_char(date_trunc(${counted.per}, ${trendCount.day}), 'YYYY-MM-DD')`,
      value: trendCount.value,
      handoffs: sql<number>`sum(${trendCount.handoffs})::int`,
      counts: sql<number[]>`array[${sql.join(sums, sql`, `)}]`,
    })
    .from(trendCount)
    .where(and(within(counted), ofValue(counted.value)))
    .groupBy(sql`1`, trendCount.value)
    .orderBy(sql`1`);
}

/** A rep, campaign and so on with its handoffs. */
type ValueCount = { value: string; handoffs: number };

/** The values of a dimension with the most handoffs, the most first. */
export async function largestValues(
  viewer: Viewer,
  asked: Pick<Counted, "dimension" | "from" | "until">,
  limit: number,
): Promise<ValueCount[]> {
  authorize(viewer, "see the audit");
  const handoffs = sql<number>`sum(${trendCount.handoffs})::int`;
  return db
    .select({ value: trendCount.value, handoffs })
    .from(trendCount)
    .where(within(asked))
    .groupBy(trendCount.value)
    .orderBy(desc(handoffs), trendCount.value)
    .limit(limit);
}

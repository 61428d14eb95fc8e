import { and, count, desc, eq, gte, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { CATEGORY_KEYS, isFieldId } from "@/lib/standard/categories";
import type { Gap, WeekCount } from "./rates";
import { trendCounts } from "./trends/queries";

/** How many handoffs had each category complete, by week, from a Monday on. */
export async function weeklyCompleteness(viewer: Viewer, from: string): Promise<WeekCount[]> {
  const rows = await trendCounts(viewer, {
    per: "week",
    dimension: "all",
    value: "",
    from,
    until: null,
    measures: CATEGORY_KEYS,
  });
  return rows.flatMap(({ period: week, handoffs: of, counts }) =>
    CATEGORY_KEYS.map((category, place) => ({ week, category, of, complete: counts[place] ?? 0 })),
  );
}

const gaps = (rows: { fieldId: string; count: number }[]): Gap[] =>
  rows.flatMap(({ fieldId, count: number }) =>
    isFieldId(fieldId) ? [{ fieldId, count: number }] : [],
  );

/** The fields that handoffs of a time lacked, the most frequent first. */
export async function handoffGaps(viewer: Viewer, from: Date, until: Date): Promise<Gap[]> {
  authorize(viewer, "see the audit");
  const field = sql<string>`unnest(${handoff.missing})`;
  const rows = await db
    .select({ fieldId: field, count: count() })
    .from(handoff)
    .where(and(gte(handoff.routedAt, from), lt(handoff.routedAt, until)))
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`);
  return gaps(rows);
}

/** What keeps leads at the gate now: how many are held, and by which fields of `categories`. */
export async function heldNow(
  viewer: Viewer,
  prefixes: readonly string[],
): Promise<{ held: number; gaps: Gap[] }> {
  authorize(viewer, "see the audit");
  const waiting = eq(lead.status, "pending_enrichment");
  const [total] = await db.select({ held: count() }).from(lead).where(waiting);
  const field = sql<string>`unnest(${lead.missing})`;
  const rows = await db
    .select({ fieldId: field, count: count() })
    .from(lead)
    .where(waiting)
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`);
  const holding = gaps(rows).filter(({ fieldId }) =>
    prefixes.some((prefix) => fieldId.startsWith(prefix)),
  );
  return { held: total?.held ?? 0, gaps: holding };
}

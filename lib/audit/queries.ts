import { and, count, desc, eq, gte, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { completenessDay, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type CategoryKey, isFieldId } from "@/lib/standard/categories";
import type { Gap, WeekCount } from "./rates";

/** How many handoffs had each category in each verdict, by week, from a Monday on. */
export async function weeklyCompleteness(viewer: Viewer, from: string): Promise<WeekCount[]> {
  authorize(viewer, "see the audit");
  const week = sql<string>`to_char(date_trunc('week', ${completenessDay.day}), 'YYYY-MM-DD')`;
  const rows = await db
    .select({
      week,
      category: completenessDay.category,
      verdict: completenessDay.verdict,
      count: sql<number>`sum(${completenessDay.count})::int`,
    })
    .from(completenessDay)
    .where(gte(completenessDay.day, from))
    .groupBy(sql`1`, completenessDay.category, completenessDay.verdict);
  return rows.map((row) => ({ ...row, category: row.category as CategoryKey }));
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

import { and, gte, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { CATEGORY_KEYS, type CategoryKey } from "@/lib/standard/categories";
import { VERDICTS } from "@/lib/standard/field";
import type { WindowCounts } from "./result";

/** The machine's verdicts of all handoffs of a window, category by category. */
export async function windowCounts(
  viewer: Viewer,
  { from, until }: { from: Date; until: Date },
): Promise<WindowCounts> {
  authorize(viewer, "see the audit");
  const cell = (key: CategoryKey, verdict: string) =>
    sql<number>`count(*) filter (where ${handoff[key]} = ${verdict})::int`;
  const cells = CATEGORY_KEYS.flatMap((key) =>
    VERDICTS.map((verdict) => [`${key} ${verdict}`, cell(key, verdict)] as const),
  );
  const [row] = await db
    .select(Object.fromEntries(cells))
    .from(handoff)
    .where(and(gte(handoff.routedAt, from), lt(handoff.routedAt, until)));
  const counts = CATEGORY_KEYS.map((key) => [
    key,
    Object.fromEntries(VERDICTS.map((verdict) => [verdict, row?.[`${key} ${verdict}`] ?? 0])),
  ]);
  return Object.fromEntries(counts) as WindowCounts;
}

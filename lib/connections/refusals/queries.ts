import { and, desc, gte, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookRefusal } from "@/db/schema/webhook";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { DayOfRefusals, Refused } from "./refused";

const { connectionId, reason, count, at, hour } = webhookRefusal;

/** What each of the connections refused since a moment, to the hour, the most frequent first. */
export async function refusalsSince(
  viewer: Viewer,
  connectionIds: readonly string[],
  since: Date,
): Promise<Map<string, Refused[]>> {
  authorize(viewer, "see connections");
  if (connectionIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: connectionId,
      reason,
      count: sql<number>`sum(${count})::int`,
      lastAt: sql<string>`max(${at})`,
    })
    .from(webhookRefusal)
    .where(and(inArray(connectionId, [...connectionIds]), gte(hour, since)))
    .groupBy(connectionId, reason)
    .orderBy(desc(sql`sum(${count})`), reason);
  const refused = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...refused].map(([id, those]) => [
      id,
      those.map(({ id: _, lastAt, ...row }) => ({ ...row, lastAt: new Date(lastAt) })),
    ]),
  );
}

/** What one connection refused by day in the reader's time zone, the latest day first. */
export async function refusalsByDay(viewer: Viewer, id: string): Promise<DayOfRefusals[]> {
  authorize(viewer, "see connections");
  const day = sql<string>`to_char(${hour} at time zone ${viewer.timeZone}, 'YYYY-MM-DD')`;
  return db
    .select({ day: day.as("day"), reason, count: sql<number>`sum(${count})::int` })
    .from(webhookRefusal)
    .where(inArray(connectionId, [id]))
    .groupBy(sql`1`, reason)
    .orderBy(desc(sql`1`), desc(sql`3`));
}

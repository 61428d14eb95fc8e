import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { webhookRefusal } from "@/db/schema/webhook";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type DayOfRefusals, type Refused, refusedByDay } from "./refused";

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
  const hours = await db
    .select({ hour, reason, count })
    .from(webhookRefusal)
    .where(eq(connectionId, id));
  return refusedByDay(hours, viewer.timeZone);
}

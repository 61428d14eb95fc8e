import { and, desc, eq, gte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { activityChoice, exclusionCount, unreadEvent } from "@/db/schema/trail";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import { COUNTED_DAYS, firstDay } from "../exclusion/exclusion-days";
import { exclusionsInForce } from "../queries";
import { settingsFor } from "../settings";
import { type ExclusionLine, exclusionLines, type RuleCount } from "./report";

/** The days of each of the two times that are compared. */
const REPORTED_DAYS = COUNTED_DAYS / 2;

const dayBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);

async function ruleCounts(now: Date): Promise<RuleCount[]> {
  const recent = dayBefore(now, REPORTED_DAYS - 1);
  const isRecent = gte(exclusionCount.day, recent);
  const rows = await db
    .select({
      rule: exclusionCount.rule,
      all: sql<number>`sum(${exclusionCount.count})::int`,
      count: sql<number>`coalesce(sum(${exclusionCount.count}) filter (where ${isRecent}), 0)::int`,
    })
    .from(exclusionCount)
    .where(gte(exclusionCount.day, firstDay(now)))
    .groupBy(exclusionCount.rule);
  return rows.map(({ rule, all, count }) => ({ rule, count, before: all - count }));
}

async function broughtBackSince(from: Date) {
  const rows = await db
    .select({ rule: activityChoice.rule, count: sql<number>`count(*)::int` })
    .from(activityChoice)
    .where(and(gte(activityChoice.at, from), eq(activityChoice.choice, "brought_back")))
    .groupBy(activityChoice.rule);
  return rows.map(({ rule, count }) => ({ rule: rule ?? "", count }));
}

/** What each rule left out in the last 30 days, beside the 30 before; reads sums, no activities. */
export async function exclusionReport(viewer: Viewer, now: Date): Promise<ExclusionLine[]> {
  authorize(viewer, "see exclusions");
  const from = new Date(`${dayBefore(now, REPORTED_DAYS - 1)}T00:00:00Z`);
  const [counts, broughtBack, { settings }] = await Promise.all([
    ruleCounts(now),
    broughtBackSince(from),
    exclusionsInForce(),
  ]);
  const none = { email: null, ownDomains: [], products: [], choices: [] };
  return exclusionLines(counts, broughtBack, settingsFor(settings, none));
}

/** An event that senders tell of and that none of our kinds fits. */
type UnreadLine = { source: string; event: string; count: number; lastAt: Date };

const UNREAD_SHOWN = 20;

/** The events of the last 30 days that were not understood, the most frequent first. */
export async function unreadEvents(viewer: Viewer, now: Date): Promise<UnreadLine[]> {
  authorize(viewer, "see connections");
  const count = sql<number>`sum(${unreadEvent.count})::int`;
  const rows = await db
    .select({
      source: unreadEvent.source,
      event: unreadEvent.event,
      count,
      lastAt: sql<string>`max(${unreadEvent.lastAt})::text`,
    })
    .from(unreadEvent)
    .where(gte(unreadEvent.day, dayBefore(now, REPORTED_DAYS - 1)))
    .groupBy(unreadEvent.source, unreadEvent.event)
    .orderBy(desc(count), unreadEvent.event)
    .limit(UNREAD_SHOWN);
  return rows.map((row) => ({ ...row, lastAt: new Date(row.lastAt) }));
}

/** When the retention last let months go, and which. */
type Forgot = { at: Date; months: { month: string; activities: number }[] };

/** The last time that activities were forgotten; null where they never were. */
export async function lastForgotten(viewer: Viewer): Promise<Forgot | null> {
  authorize(viewer, "see exclusions");
  const [row] = await db
    .select({ at: history.at, after: history.after })
    .from(history)
    .where(and(eq(history.subject, "trail settings"), eq(history.verb, "forgot activities")))
    .orderBy(desc(history.at))
    .limit(1);
  if (!row) return null;
  const { months } = row.after as unknown as Pick<Forgot, "months">;
  return { at: row.at, months };
}

import { and, desc, eq, gt, gte, isNotNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { notice, noticeDelivery } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import type { DeliveryState } from "../delivery-state";
import type { DayOfNotices, StuckDelivery } from "./view";

const SHOWN_DAYS = 7;

/** What each way to people did in the last 24 hours, by the connection's id. */
export async function daysOfNotices(viewer: Viewer, now: Date): Promise<Map<string, DayOfNotices>> {
  authorize(viewer, "see connections");
  const count = (state: DeliveryState) =>
    sql<number>`(count(*) filter (where ${noticeDelivery.state} = ${state}))::int`;
  const since = new Date(now.getTime() - DAY);
  const rows = await db
    .select({
      id: noticeDelivery.connectionId,
      sent: count("sent"),
      waiting: count("waiting"),
      failed: count("failed"),
    })
    .from(noticeDelivery)
    .where(
      or(
        gte(noticeDelivery.triedAt, since),
        eq(noticeDelivery.state, "waiting"),
        // Given up untried, as the connection kept failing.
        and(eq(noticeDelivery.state, "failed"), gte(noticeDelivery.settledAt, since)),
      ),
    )
    .groupBy(noticeDelivery.connectionId);
  return new Map(rows.map(({ id, ...day }) => [id, day]));
}

/** What failed in the last days, and what waits after a failure; the latest first. */
export async function stuckDeliveries(
  viewer: Viewer,
  now: Date,
  limit: number,
): Promise<StuckDelivery[]> {
  authorize(viewer, "see connections");
  return db
    .select({
      id: noticeDelivery.id,
      kind: notice.kind,
      at: notice.at,
      person: person.name,
      by: connection.name,
      state: noticeDelivery.state,
      tries: noticeDelivery.tries,
      dueAt: noticeDelivery.dueAt,
      words: noticeDelivery.words,
      paused: connection.paused,
    })
    .from(noticeDelivery)
    .innerJoin(notice, eq(notice.id, noticeDelivery.noticeId))
    .innerJoin(person, eq(person.id, notice.personId))
    .innerJoin(connection, eq(connection.id, noticeDelivery.connectionId))
    .where(
      and(
        or(
          eq(noticeDelivery.state, "failed"),
          and(eq(noticeDelivery.state, "waiting"), gt(noticeDelivery.tries, 0)),
        ),
        isNotNull(noticeDelivery.words),
        gte(notice.at, new Date(now.getTime() - SHOWN_DAYS * DAY)),
      ),
    )
    .orderBy(desc(notice.at), desc(noticeDelivery.id))
    .limit(limit);
}

import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { webhookEvent } from "@/db/schema/webhook";
import { authorize } from "@/lib/access/permissions";
import type { SystemActor, Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import { isId } from "@/lib/platform/is-id";
import { refusalsSince } from "../refusals/queries";
import type { SenderId } from "./sender";
import type { DayOfEvents, WebhookState } from "./state";

/** A connection that is called, before it is known who calls; null where it is not there any more. */
export async function senderConnection(system: SenderId, connectionId: string) {
  if (!isId(connectionId)) return null;
  const { id, name, secrets } = connection;
  const [row] = await db
    .select({ id, name, secrets })
    .from(connection)
    .where(and(eq(id, connectionId), eq(connection.system, system), isNull(connection.removedAt)));
  return row ?? null;
}

/** Of events that came so long ago, jobs are under way as a rule, in milliseconds. */
const SOON = 60_000;
const JOBLESS_AT_ONCE = 1_000;

/** Events that wait for no pause to end, and that no job is going to take in; the oldest first. */
export async function jobless(
  tx: Transaction,
  _actor: SystemActor,
  now: Date,
): Promise<{ eventId: string }[]> {
  const before = new Date(now.getTime() - SOON).toISOString();
  return tx.execute<{ eventId: string }>(sql`
    select e.id as "eventId" from webhook_event e join connection c on c.id = e.connection_id
    where e.state = 'waiting' and e.received_at < ${before}::timestamptz
      and not c.paused and c.removed_at is null and not exists (
        select from pgboss.job where name = 'take-webhook'
          and state in ('created', 'retry', 'active') and data ->> 'eventId' = e.id::text)
    order by e.received_at limit ${JOBLESS_AT_ONCE}`);
}

/** What came of each of the connections, by their id. */
export async function daysOfEvents(
  viewer: Viewer,
  connectionIds: readonly string[],
  now: Date,
): Promise<Map<string, DayOfEvents>> {
  authorize(viewer, "see connections");
  if (connectionIds.length === 0) return new Map();
  const dayAgo = new Date(now.getTime() - DAY);
  const since = dayAgo.toISOString();
  const ofOne = sql`from ${webhookEvent} where ${webhookEvent.connectionId} = ${connection.id}`;
  const counted = (state: WebhookState, when: SQL) =>
    sql<number>`(select count(*)::int ${ofOne} and ${webhookEvent.state} = ${state} and ${when})`;
  const today = sql`${webhookEvent.receivedAt} >= ${since}`;
  const time = (of: SQL, condition: SQL) =>
    sql<string | null>`(select ${of} ${ofOne} and ${condition})`;
  const counts = db
    .select({
      id: connection.id,
      waiting: counted("waiting", sql`true`),
      taken: counted("taken", today),
      unreadable: counted("unreadable", today),
      waitingSince: time(
        sql`min(${webhookEvent.receivedAt})`,
        sql`${webhookEvent.state} = 'waiting'`,
      ),
      lastAt: time(sql`max(${webhookEvent.receivedAt})`, sql`true`),
    })
    .from(connection)
    .where(inArray(connection.id, [...connectionIds]));
  const at = (text: string | null) => (text === null ? null : new Date(text));
  const [rows, refused] = await Promise.all([counts, refusalsSince(viewer, connectionIds, dayAgo)]);
  return new Map(
    rows.map(({ id, waitingSince, lastAt, ...numbers }) => [
      id,
      {
        ...numbers,
        waitingSince: at(waitingSince),
        lastAt: at(lastAt),
        refused: refused.get(id) ?? [],
      },
    ]),
  );
}

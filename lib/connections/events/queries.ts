import { and, desc, eq, gte, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { webhookEvent } from "@/db/schema/webhook";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";
import { isSender, isSource, systemOf } from "../systems";
import type { EventFilter, EventRow } from "./event";
import { maskedPayload } from "./masked";

/** A connection that sends, as its own page shows it. */
type SendingConnection = {
  id: string;
  name: string;
  systemLabel: string;
  paused: boolean;
  /** False where it is only read: then no event arrives by itself. */
  calls: boolean;
};

const row = {
  id: webhookEvent.id,
  key: webhookEvent.key,
  receivedAt: webhookEvent.receivedAt,
  takenAt: webhookEvent.takenAt,
  state: webhookEvent.state,
  words: webhookEvent.words,
  bytes: sql<number>`octet_length(${webhookEvent.body})`,
};

/** The connection in force with an id that calls us or is read; null where there is none. */
export async function sendingConnection(
  viewer: Viewer,
  id: string,
): Promise<SendingConnection | null> {
  authorize(viewer, "see connections");
  if (!isId(id)) return null;
  const [found] = await db
    .select({ name: connection.name, system: connection.system, paused: connection.paused })
    .from(connection)
    .where(and(eq(connection.id, id), isNull(connection.removedAt)));
  const system = found && systemOf(found.system);
  if (!found || !system || !(isSender(system) || isSource(system))) return null;
  const { name, paused } = found;
  return { id, name, systemLabel: system.label, paused, calls: isSender(system) };
}

const ofConnection = (connectionId: string, { state, since }: EventFilter): SQL | undefined =>
  and(
    eq(webhookEvent.connectionId, connectionId),
    state && eq(webhookEvent.state, state),
    since && gte(webhookEvent.receivedAt, since),
  );

/** One page of what a connection sent, the latest first; `after` is the last row of the page before. */
export async function eventPage(
  viewer: Viewer,
  connectionId: string,
  filter: EventFilter,
  { limit, after }: { limit: number; after?: { at: string; id: string } | undefined },
): Promise<{ rows: EventRow[]; more: boolean }> {
  authorize(viewer, "see connections");
  const { receivedAt, id } = webhookEvent;
  const beyond =
    after && sql`(${receivedAt}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const rows = await db
    .select(row)
    .from(webhookEvent)
    .where(and(ofConnection(connectionId, filter), beyond))
    .orderBy(desc(receivedAt), desc(id))
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** One event of a connection with what was sent, secrets and signatures masked; null where it is gone. */
export async function eventOf(
  viewer: Viewer,
  connectionId: string,
  eventId: string,
): Promise<(EventRow & { payload: string }) | null> {
  authorize(viewer, "see connections");
  if (!isId(eventId) || !isId(connectionId)) return null;
  const [found] = await db
    .select({ ...row, body: webhookEvent.body })
    .from(webhookEvent)
    .where(and(eq(webhookEvent.id, eventId), eq(webhookEvent.connectionId, connectionId)));
  if (!found) return null;
  const { body, ...event } = found;
  return { ...event, payload: maskedPayload(body) };
}

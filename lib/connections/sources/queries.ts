import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { sourceChange, sourceStream } from "@/db/schema/source";
import { authorize } from "@/lib/access/permissions";
import type { SystemActor, Viewer } from "@/lib/access/viewer";
import type { Json } from "@/lib/standard/field";
import { streamsRead } from "./leave-out";
import type { Reading } from "./reading";
import { SOURCE_IDS } from "./source";
import { sourceOf } from "./sources";

const changes = sql`(select count(*)::int from ${sourceChange}
  where ${sourceChange.connectionId} = ${sourceStream.connectionId}
    and ${sourceChange.stream} = ${sourceStream.stream})`;
/** What was put off is none yet. */
const anyChange = (now: Date) => sql`exists (select from ${sourceChange}
  where ${sourceChange.connectionId} = ${sourceStream.connectionId}
    and ${sourceChange.stream} = ${sourceStream.stream}
    and ${sourceChange.notedAt} <= ${now.toISOString()}::timestamptz)`;

/** It may be asked, and there is a reason to. */
const due = (now: Date) => sql`
  (${sourceStream.restsUntil} is null or ${sourceStream.restsUntil} <= ${now.toISOString()}::timestamptz)
  and (${sourceStream.dueAt} <= ${now.toISOString()}::timestamptz or ${anyChange(now)})`;

/** The stream of a connection that is to be read next; undefined where none is. */
export async function dueIn(tx: Transaction, _actor: SystemActor, connectionId: string, now: Date) {
  const [row] = await tx
    .select()
    .from(sourceStream)
    .where(and(eq(sourceStream.connectionId, connectionId), due(now)))
    .orderBy(sql`${anyChange(now)} desc`, asc(sourceStream.dueAt), asc(sourceStream.stream))
    .limit(1);
  return row;
}

/** Streams that its system has, and that nothing is planned for: all of a new connection's. */
const lacksStreams = (row: {
  system: string;
  settings: { [key: string]: Json };
  planned: string[];
}) =>
  streamsRead(sourceOf(row.system) ?? { streams: [] }, row.settings).some(
    ({ id }) => !row.planned.includes(id),
  );

/** The connections that something is to be read of now, and those with a stream that never was. */
export async function dueConnections(_actor: SystemActor, now: Date) {
  const inForce = and(
    inArray(connection.system, [...SOURCE_IDS]),
    eq(connection.paused, false),
    isNull(connection.removedAt),
  );
  const free = sql`(${sourceStream.heldUntil} is null or ${sourceStream.heldUntil} <= ${now.toISOString()}::timestamptz)`;
  const [dueNow, all] = await Promise.all([
    db
      .selectDistinct({ id: sourceStream.connectionId })
      .from(sourceStream)
      .innerJoin(connection, eq(connection.id, sourceStream.connectionId))
      .where(and(inForce, due(now), free)),
    db
      .select({
        id: connection.id,
        system: connection.system,
        settings: connection.settings,
        planned: sql<string[]>`array(select ${sourceStream.stream} from ${sourceStream}
          where ${sourceStream.connectionId} = ${connection.id})`,
      })
      .from(connection)
      .where(inForce),
  ]);
  const unplanned = all.filter(lacksStreams).map(({ planned: _, ...row }) => row);
  return { due: dueNow.map(({ id }) => id), unplanned };
}

/** How far each stream of the connections has been read, by the connection's id. */
export async function readings(
  viewer: Viewer,
  connectionIds: readonly string[],
): Promise<Map<string, Reading[]>> {
  authorize(viewer, "see connections");
  if (connectionIds.length === 0) return new Map();
  const rows = await db
    .select({
      stream: sourceStream,
      system: connection.system,
      changed: sql<number>`${changes}`,
    })
    .from(sourceStream)
    .innerJoin(connection, eq(connection.id, sourceStream.connectionId))
    .where(inArray(sourceStream.connectionId, [...connectionIds]))
    .orderBy(asc(sourceStream.connectionId), asc(sourceStream.stream));
  const all = rows.map(({ stream: row, system, changed }) => {
    const { streams = [], behind, unread } = sourceOf(system) ?? {};
    const { position, version: _, heldUntil: __, ...rest } = row;
    const place = streams.findIndex(({ id }) => id === row.stream);
    const holds = streams[place]?.holds ?? row.stream;
    const told = { behind: behind?.(position) ?? null, unread: unread?.(position) ?? [] };
    return { ...rest, ...told, changed, place, holds };
  });
  const inOrder = all.toSorted((one, other) => one.place - other.place);
  return Map.groupBy(inOrder, ({ connectionId }) => connectionId);
}

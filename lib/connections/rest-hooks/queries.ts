import { and, asc, count, desc, eq, gte, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { history } from "@/db/schema/history";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import { isId } from "@/lib/platform/is-id";
import { ENDED_DAYS, type EndedHook } from "./ended-hook";
import type { HookEvent } from "./hook-event";
import { hookEventsOf, restHook } from "./rest-hook";

/** A hook in force, as whoever subscribed it reads it. */
export type Hook = {
  id: string;
  targetUrl: string;
  events: readonly HookEvent[];
  /** An admin lets it rest: what happens meanwhile is told once it is resumed. */
  paused: boolean;
  createdAt: Date;
};

const { id, settings, paused, createdAt } = connection;

/** A key's own hooks that are in force; a connection that is no hook is never among them. */
const ofKey = (keyId: string) =>
  and(
    eq(connection.subscribedBy, keyId),
    eq(connection.system, restHook.id),
    isNull(connection.removedAt),
  );

/** A key's own hooks in force, in the order of their subscription, inside a transaction or outside. */
export async function hooksOf(
  actor: Actor,
  keyId: string,
  page: { limit?: number; after?: { at: string; id: string } | undefined } = {},
  within: Transaction | typeof db = db,
): Promise<Hook[]> {
  authorize(actor, "connect systems");
  const { limit, after } = page;
  const beyond =
    after && sql`(${createdAt}, ${id}) > (${after.at}::timestamptz, ${after.id}::uuid)`;
  const query = within
    .select({ id, settings, paused, createdAt })
    .from(connection)
    .where(and(ofKey(keyId), beyond))
    .orderBy(asc(createdAt), asc(id));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map(({ id: hookId, settings: kept, ...row }) => ({
    id: hookId,
    targetUrl: String(kept.address ?? ""),
    events: hookEventsOf(kept),
    ...row,
  }));
}

/** As many as are told of. */
const ENDED_MOST = 20;

/** The hooks that ended lately, the latest first, with what history says of it. */
export async function endedHooks(viewer: Viewer, now: Date): Promise<EndedHook[]> {
  authorize(viewer, "see connections");
  return ended(gte(connection.removedAt, new Date(now.getTime() - ENDED_DAYS * DAY)));
}

/** The hook with an id, once it has ended, however long ago; null where none with this id has. */
export async function endedHook(viewer: Viewer, hookId: string): Promise<EndedHook | null> {
  authorize(viewer, "see connections");
  if (!isId(hookId)) return null;
  const [found] = await ended(eq(id, hookId));
  return found ?? null;
}

async function ended(which: SQL): Promise<EndedHook[]> {
  const rows = await db
    .selectDistinctOn([connection.removedAt, id], {
      id,
      settings,
      name: connection.name,
      endedAt: connection.removedAt,
      after: history.after,
      by: history.actorName,
    })
    .from(connection)
    .innerJoin(
      history,
      and(
        eq(history.subject, "connection"),
        eq(history.subjectId, sql`${id}::text`),
        eq(history.verb, "removed"),
      ),
    )
    .where(and(eq(connection.system, restHook.id), isNotNull(connection.removedAt), which))
    .orderBy(desc(connection.removedAt), asc(id))
    .limit(ENDED_MOST);
  return rows.flatMap(({ settings: kept, after, endedAt, ...row }) => {
    const { because = null } = (after ?? {}) as { because?: string };
    const target = { targetUrl: String(kept.address ?? ""), events: hookEventsOf(kept) };
    return endedAt ? [{ ...row, ...target, because, endedAt }] : [];
  });
}

/** How many hooks in force a key has. */
export async function hookCount(actor: Actor, keyId: string): Promise<number> {
  authorize(actor, "connect systems");
  const [counted] = await db.select({ total: count() }).from(connection).where(ofKey(keyId));
  return counted?.total ?? 0;
}

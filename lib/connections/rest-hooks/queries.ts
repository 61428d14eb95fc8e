import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
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

/** How many hooks in force a key has. */
export async function hookCount(actor: Actor, keyId: string): Promise<number> {
  authorize(actor, "connect systems");
  const [counted] = await db.select({ total: count() }).from(connection).where(ofKey(keyId));
  return counted?.total ?? 0;
}

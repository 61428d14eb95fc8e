import { and, asc, eq, gte, isNull, lt, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";

/** The most that one press replays. */
const MOST = 10_000;

/** What was kept of what came by connections, or went out by them, and how it is done once more. */
export type Log = {
  table: PgTable;
  id: AnyPgColumn;
  connectionId: AnyPgColumn;
  at: AnyPgColumn;
  /** What can be done once more at all; everything where left out. */
  may?: SQL | undefined;
  /** What was in vain. */
  vain: SQL;
  /** What it did then: 'came' or 'went out'. */
  did: string;
  /** Why nothing was found. */
  nothing: string;
  again(tx: Transaction, ids: readonly string[], of: Held, now: Date): Promise<void>;
};

type Held = { connectionId: string; paused: boolean };
/** One event, or those from a moment until before another. */
export type Which = { eventId: string } | { from: Date; to: Date; only: "all" | "unreadable" };
export type Replayed = { replayed: number; waits: boolean };

/**
 * Replays what a connection's log has of one event or of a time, up to 10,000 at a time, in the order in
 * which it was. Each has the same effect once, by its own id. `waits`: until the connection is resumed.
 */
export async function replay(
  viewer: Viewer,
  log: Log,
  { connectionId, ...which }: { connectionId: string } & Which,
  now: Date,
): Promise<Outcome<Replayed>> {
  authorize(viewer, "replay events");
  if ("from" in which && which.from >= which.to)
    return refused("The time ends before it begins.", "to");
  return transaction(async (tx) => {
    const [of] = await tx
      .select({ paused: connection.paused })
      .from(connection)
      .where(and(eq(connection.id, connectionId), isNull(connection.removedAt)))
      .for("share");
    if (!of) return refused("This connection was removed.");
    const rows = await tx
      .select({ id: log.id })
      .from(log.table)
      .where(and(eq(log.connectionId, connectionId), log.may, matching(log, which)))
      .orderBy(asc(log.at), asc(log.id))
      .limit(MOST + 1)
      .for("update");
    if (rows.length === 0) return refused(log.nothing);
    if (rows.length > MOST)
      return refused(`More than 10,000 events ${log.did} then. Choose a shorter time.`, "from");
    const ids = rows.map(({ id }) => String(id));
    await log.again(tx, ids, { connectionId, paused: of.paused }, now);
    const entry = { at: now, verb: "replayed", subject: "connection" } as const;
    const after = { ...told(which), events: ids.length };
    await record(tx, viewer, [{ ...entry, subjectId: connectionId, after }]);
    return { ok: true, value: { replayed: ids.length, waits: of.paused } };
  });
}

function matching({ id, at, vain }: Log, which: Which): SQL | undefined {
  if ("eventId" in which) return eq(id, which.eventId);
  const { from, to, only } = which;
  return and(gte(at, from), lt(at, to), only === "unreadable" ? vain : undefined);
}

const told = (which: Which): { [key: string]: string } =>
  "eventId" in which
    ? { eventId: which.eventId }
    : { from: which.from.toISOString(), to: which.to.toISOString(), only: which.only };

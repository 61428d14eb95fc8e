import { and, asc, eq, gte, isNull, lt, type SQL } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { webhookEvent } from "@/db/schema/webhook";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { Json } from "@/lib/standard/field";

/** The most events that one press takes in again. */
const MOST = 10_000;

type Replayed = { replayed: number; waits: boolean };

/** The connection in force with an id, held until the transaction ends; undefined where there is none. */
async function held(tx: Transaction, id: string) {
  const [row] = await tx
    .select({ paused: connection.paused })
    .from(connection)
    .where(and(eq(connection.id, id), isNull(connection.removedAt)))
    .for("share");
  return row;
}

/**
 * Takes in anew what was kept of the matching events. What they say is known by their own ids and
 * times already, so it has the same effect once: nothing is doubled, and nothing newer is undone.
 */
async function replay(
  viewer: Viewer,
  connectionId: string,
  which: SQL | undefined,
  after: Json,
  now: Date,
): Promise<Outcome<Replayed>> {
  authorize(viewer, "replay events");
  return transaction(async (tx) => {
    const sender = await held(tx, connectionId);
    if (!sender) return refused("This connection was removed.");
    const those = and(eq(webhookEvent.connectionId, connectionId), which);
    const rows = await tx
      .select({ eventId: webhookEvent.id })
      .from(webhookEvent)
      .where(those)
      .orderBy(asc(webhookEvent.receivedAt), asc(webhookEvent.id))
      .limit(MOST + 1)
      .for("update");
    if (rows.length === 0) return refused("Nothing that is still kept came then.");
    if (rows.length > MOST)
      return refused("More than 10,000 events came then. Choose a shorter time.", "from");
    await tx
      .update(webhookEvent)
      .set({ state: "waiting", words: null, takenAt: null })
      .where(those);
    if (!sender.paused) await enqueue(tx, "take-webhook", rows);
    const entry = {
      at: now,
      verb: "replayed",
      subject: "connection",
      subjectId: connectionId,
    } as const;
    await record(tx, viewer, [{ ...entry, after: { ...(after as object), events: rows.length } }]);
    return { ok: true, value: { replayed: rows.length, waits: sender.paused } };
  });
}

/** Takes one event in again. */
export async function replayOne(
  viewer: Viewer,
  { connectionId, eventId }: { connectionId: string; eventId: string },
  now: Date,
): Promise<Outcome<Replayed>> {
  return replay(viewer, connectionId, eq(webhookEvent.id, eventId), { eventId }, now);
}

/** Takes in again what came from a moment until before another, up to 10,000 events at a time. */
export async function replaySpan(
  viewer: Viewer,
  span: { connectionId: string; from: Date; to: Date; only: "all" | "unreadable" },
  now: Date,
): Promise<Outcome<Replayed>> {
  const { connectionId, from, to, only } = span;
  if (from >= to) return refused("The time ends before it begins.", "to");
  const { receivedAt, state } = webhookEvent;
  const which = and(
    gte(receivedAt, from),
    lt(receivedAt, to),
    only === "unreadable" ? eq(state, "unreadable") : undefined,
  );
  const after = { from: from.toISOString(), to: to.toISOString(), only };
  return replay(viewer, connectionId, which, after, now);
}

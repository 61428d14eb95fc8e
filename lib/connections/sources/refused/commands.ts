import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { sourceChange, sourceRefusal } from "@/db/schema/source";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type Claimed, noteChanges } from "../commands";
import { askedAgain } from "./asked-again";

/** As much of a reason as says what is wrong, in characters. */
const LONGEST_REASON = 300;

const ofStream = (connectionId: string, stream: string, ids: readonly string[]) =>
  and(
    eq(sourceRefusal.connectionId, connectionId),
    eq(sourceRefusal.stream, stream),
    inArray(sourceRefusal.recordId, [...ids]),
  );

type Asked = { id: string; mark: string };

/**
 * Ends the questions for records that were said to have changed: what was read needs no reading any
 * more; what was refused is asked for again, less often each time, until it is given up.
 */
export async function endChanges(
  tx: Transaction,
  { connection: { id: connectionId }, stream, changes }: Claimed,
  no: readonly { id: string; words: string }[],
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const words = new Map(no.map((one) => [one.id, one.words]));
  const read = changes.filter(({ id }) => !words.has(id));
  await forget(tx, connectionId, read);
  const ids = read.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(sourceRefusal).where(ofStream(connectionId, stream, ids));
  for (const one of changes) {
    const why = words.get(one.id);
    if (why === undefined) continue;
    const first = await noteRefused(tx, { connectionId, stream, id: one.id, why }, now);
    const notedAt = askedAgain(first, now);
    if (!notedAt) await forget(tx, connectionId, [one]);
    else
      await tx
        .update(sourceChange)
        .set({ notedAt })
        .where(isAsked(connectionId, [one]));
  }
}

/** What changed again while it was asked for has another mark, and stays. */
const isAsked = (connectionId: string, asked: readonly Asked[]) =>
  and(
    eq(sourceChange.connectionId, connectionId),
    inArray(
      sourceChange.mark,
      asked.map(({ mark }) => mark),
    ),
  );

async function forget(tx: Transaction, connectionId: string, asked: readonly Asked[]) {
  if (asked.length > 0) await tx.delete(sourceChange).where(isAsked(connectionId, asked));
}

/** Keeps why a record is refused, and answers since when it is. */
async function noteRefused(
  tx: Transaction,
  { connectionId, stream, id, why }: Record<"connectionId" | "stream" | "id" | "why", string>,
  now: Date,
): Promise<Date> {
  const [row] = await tx
    .insert(sourceRefusal)
    .values({
      connectionId,
      stream,
      recordId: id,
      refusedSince: now,
      reason: why.slice(0, LONGEST_REASON),
    })
    .onConflictDoUpdate({
      target: [sourceRefusal.connectionId, sourceRefusal.stream, sourceRefusal.recordId],
      set: { reason: sql`excluded.reason` },
    })
    .returning({ since: sourceRefusal.refusedSince });
  return row?.since ?? now;
}

/** Asks at once and from the beginning for every record of a connection that the other side refuses. */
export async function askAgain(
  viewer: Viewer,
  { connectionId }: { connectionId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    await tx
      .select({ id: connection.id })
      .from(connection)
      .where(eq(connection.id, connectionId))
      .for("no key update");
    const rows = await tx
      .delete(sourceRefusal)
      .where(eq(sourceRefusal.connectionId, connectionId))
      .returning({ stream: sourceRefusal.stream, id: sourceRefusal.recordId });
    await noteChanges(tx, connectionId, rows, now);
    return rows.length > 0 ? done : refused("Nothing is refused any more.");
  });
}

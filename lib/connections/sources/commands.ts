import { and, asc, eq, gt, inArray, isNull, lte, notInArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { sourceChange, sourceRecord, sourceRefusal, sourceStream } from "@/db/schema/source";
import type { SystemActor } from "@/lib/access/viewer";
import type { Failed } from "@/lib/enrichment/http/http";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { Json } from "@/lib/standard/field";
import { streamsRead } from "./leave-out";
import { nextAfterFailure } from "./next-reading";
import { dueIn } from "./queries";
import { sourceOf } from "./sources";

/** A page may take as long, and its taking in besides; then another process goes on. */
const HELD_MS = 120_000;
/** As many as a batch may name. */
const CHANGED_AT_ONCE = 100;
/** Sooner than the next look for what is due, it is asked again by a job of its own. */
const SOON_MS = 60_000;

type Connected = { id: string; system: string; settings: { [key: string]: Json } };

/** A stream that is read now, by whoever claimed it. */
export type Claimed = {
  connection: typeof connection.$inferSelect;
  stream: string;
  position: Json | null;
  version: number;
  heldUntil: Date;
  failures: number;
  changes: readonly { id: string; mark: string }[];
};

/**
 * Plans what is read of a connection, from now on and soon: streams that are new begin at their
 * beginning, and what is left out by now is forgotten, with how far it had come.
 */
export async function planReading(tx: Transaction, of: Connected, now: Date): Promise<void> {
  const system = sourceOf(of.system);
  if (!system) return;
  const streams = streamsRead(system, of.settings).map(({ id }) => id);
  const { connectionId, stream } = sourceStream;
  await tx.delete(sourceStream).where(and(eq(connectionId, of.id), notInArray(stream, streams)));
  if (streams.length === 0) return;
  await tx
    .insert(sourceStream)
    .values(streams.map((one) => ({ connectionId: of.id, stream: one, dueAt: now })))
    .onConflictDoUpdate({
      target: [connectionId, stream],
      set: { dueAt: now, restsUntil: null },
    });
  await enqueue(tx, "read-source", [{ connectionId: of.id }]);
}

/** Forgets how far a connection that is removed was read; what it told stays with the leads. */
export async function forgetReading(tx: Transaction, connectionId: string): Promise<void> {
  for (const table of [sourceStream, sourceChange, sourceRecord, sourceRefusal])
    await tx.delete(table).where(eq(table.connectionId, connectionId));
}

/** Notes which records are to be read back, as far as their stream is read at all. */
export async function noteChanges(
  tx: Transaction,
  connectionId: string,
  changed: readonly { stream: string; id: string }[],
  now: Date,
): Promise<void> {
  if (changed.length === 0) return;
  const streams = await tx
    .select({ stream: sourceStream.stream })
    .from(sourceStream)
    .where(eq(sourceStream.connectionId, connectionId));
  const read = new Set(streams.map(({ stream }) => stream));
  const rows = [...new Map(changed.map((one) => [`${one.stream} ${one.id}`, one])).entries()]
    .filter(([, { stream }]) => read.has(stream))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { stream, id: recordId }]) => ({ connectionId, stream, recordId, notedAt: now }));
  if (rows.length === 0) return;
  await tx
    .insert(sourceChange)
    .values(rows)
    .onConflictDoUpdate({
      target: [sourceChange.connectionId, sourceChange.stream, sourceChange.recordId],
      set: {
        mark: sql`gen_random_uuid()`,
        notedAt: sql`least(${sourceChange.notedAt}, excluded.noted_at)`,
      },
    });
  await enqueue(tx, "read-source", [{ connectionId }]);
}

/**
 * Claims what of a connection is to be read next, for one process at a time: what is said to have
 * changed before what is due. Null where nothing is, or somebody else reads it.
 */
export async function claimStream(
  actor: SystemActor,
  connectionId: string,
  now: Date,
): Promise<Claimed | null> {
  return transaction(async (tx) => {
    const [connected] = await tx
      .select()
      .from(connection)
      .where(
        and(
          eq(connection.id, connectionId),
          eq(connection.paused, false),
          isNull(connection.removedAt),
        ),
      )
      .for("no key update");
    if (!connected) return null;
    const held = and(eq(sourceStream.connectionId, connectionId), gt(sourceStream.heldUntil, now));
    const [other] = await tx.select({ stream: sourceStream.stream }).from(sourceStream).where(held);
    const next = other ? undefined : await dueIn(tx, actor, connectionId, now);
    if (!next) return null;
    const ofStream = and(
      eq(sourceStream.connectionId, connectionId),
      eq(sourceStream.stream, next.stream),
    );
    const heldUntil = new Date(now.getTime() + HELD_MS);
    await tx.update(sourceStream).set({ heldUntil }).where(ofStream);
    const changes = await tx
      .select({ id: sourceChange.recordId, mark: sourceChange.mark })
      .from(sourceChange)
      .where(
        and(
          eq(sourceChange.connectionId, connectionId),
          eq(sourceChange.stream, next.stream),
          lte(sourceChange.notedAt, now),
        ),
      )
      .orderBy(asc(sourceChange.notedAt), asc(sourceChange.recordId))
      .limit(CHANGED_AT_ONCE);
    const { stream, position, version, failures } = next;
    return { connection: connected, stream, position, version, failures, heldUntil, changes };
  });
}

/** The stream as it was claimed, while nobody else has claimed it since. */
const ofClaim = ({ connection: { id }, stream, heldUntil }: Claimed) =>
  and(
    eq(sourceStream.connectionId, id),
    eq(sourceStream.stream, stream),
    eq(sourceStream.heldUntil, heldUntil),
  );

/** Gives a claim back as it was, and leaves the stream alone until a moment. */
export async function leaveAlone(
  _actor: SystemActor,
  claimed: Claimed,
  restsUntil: Date,
): Promise<void> {
  await transaction((tx) =>
    tx.update(sourceStream).set({ heldUntil: null, restsUntil }).where(ofClaim(claimed)),
  );
}

/** Notes that reading failed, and when it is tried again; the position stays where it is. */
export async function noteUnread(
  _actor: SystemActor,
  claimed: Claimed,
  { cause, words, retryAfterSeconds }: Failed,
  now: Date,
  random: number,
): Promise<void> {
  const failures = claimed.failures + 1;
  const restsUntil = nextAfterFailure(failures, now, retryAfterSeconds, random);
  await transaction(async (tx) => {
    await tx
      .update(sourceStream)
      .set({
        cause,
        failures,
        restsUntil,
        failure: words,
        heldUntil: null,
        failedAt: sql`coalesce(${sourceStream.failedAt}, ${now.toISOString()}::timestamptz)`,
      })
      .where(ofClaim(claimed));
    if (restsUntil.getTime() - now.getTime() > SOON_MS) return;
    const job = [{ connectionId: claimed.connection.id }];
    await enqueue(tx, "read-source", job, { startAfter: restsUntil });
  });
}

/** Hands on what of a connection is left to be read. */
export async function handOn(_actor: SystemActor, connectionId: string): Promise<void> {
  await transaction((tx) => enqueue(tx, "read-source", [{ connectionId }]));
}

/** Hands in what is due of the given connections, having planned those that were never read. */
export async function readDue(
  _actor: SystemActor,
  due: readonly string[],
  unplanned: readonly Connected[],
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const jobs = due.map((connectionId) => ({ connectionId }));
    await enqueue(tx, "read-source", jobs);
    const ids = unplanned.map(({ id }) => id);
    if (ids.length === 0) return;
    const there = await tx
      .select({ id: connection.id })
      .from(connection)
      .where(and(inArray(connection.id, ids), isNull(connection.removedAt)))
      .for("no key update");
    const kept = new Set(there.map(({ id }) => id));
    for (const one of unplanned) if (kept.has(one.id)) await planReading(tx, one, now);
  });
}

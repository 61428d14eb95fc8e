import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { webhookEvent } from "@/db/schema/webhook";
import { type Actor, type SystemActor, systemActor } from "@/lib/access/viewer";
import { recordNamedWithin } from "@/lib/intake/activities/visits/commands";
import { captureLeadsWithin } from "@/lib/intake/commands";
import { againAfterConflict } from "@/lib/intake/conflict";
import { DAY } from "@/lib/platform/durations";
import { enqueue } from "@/lib/platform/jobs/commands";
import { noteChanges } from "../sources/commands";
import { arrivedWords } from "./arrived-words";
import { tellOfPurged } from "./privacy/commands";
import { jobless } from "./queries";
import type { Arrived, SenderSystem } from "./sender";
import { senderOf } from "./senders";

/** The days that what was taken in is kept as it came. */
const KEPT_DAYS = 30;
const FORGOTTEN_AT_ONCE = 1_000;

type Arrival = { connectionId: string; events: readonly { key: string; body: string }[] };

/**
 * Keeps events as they came, each once, and hands in the jobs that take them in: all is there or
 * nothing is. Those of a connection that is paused by then leave them waiting until it is resumed:
 * whether it is paused is not asked here, where it could be resumed in the same moment. Answers how
 * many are new.
 */
export async function keepEvents(
  _actor: SystemActor,
  { connectionId, events }: Arrival,
  now: Date,
): Promise<{ fresh: number }> {
  if (events.length === 0) return { fresh: 0 };
  // In one order everywhere, so that two batches with the same events never lock in a circle.
  const rows = events
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map((event) => ({ ...event, connectionId, receivedAt: now }));
  return transaction(async (tx) => {
    const kept = await tx
      .insert(webhookEvent)
      .values(rows)
      .onConflictDoNothing()
      .returning({ eventId: webhookEvent.id });
    await enqueue(tx, "take-webhook", kept);
    return { fresh: kept.length };
  });
}

/** Hands in what waited while a connection was paused; inside the transaction that resumes it. */
export async function takeWaiting(
  tx: Transaction,
  _actor: Actor,
  connectionId: string,
): Promise<void> {
  const rows = await tx
    .select({ eventId: webhookEvent.id })
    .from(webhookEvent)
    .where(and(eq(webhookEvent.connectionId, connectionId), eq(webhookEvent.state, "waiting")))
    .orderBy(asc(webhookEvent.receivedAt));
  await enqueue(tx, "take-webhook", rows);
}

/** Hands in what waits though no job will take it: one whose tries were used up, or a job that was lost. */
export async function findWaiting(actor: SystemActor, now: Date): Promise<void> {
  await transaction(async (tx) => enqueue(tx, "take-webhook", await jobless(tx, actor, now)));
}

/**
 * Takes in a kept event, once however often it is tried: its leads, then what they did, in one
 * transaction with the note that it was done. Throws where that could not be, and the event waits.
 */
export async function takeEvent(_actor: SystemActor, eventId: string, now: Date): Promise<void> {
  await againAfterConflict(() =>
    transaction(async (tx) => {
      const [event] = await tx
        .select({
          connectionId: webhookEvent.connectionId,
          body: webhookEvent.body,
          receivedAt: webhookEvent.receivedAt,
          system: connection.system,
          name: connection.name,
        })
        .from(webhookEvent)
        .innerJoin(connection, eq(connection.id, webhookEvent.connectionId))
        .where(
          and(
            eq(webhookEvent.id, eventId),
            eq(webhookEvent.state, "waiting"),
            eq(connection.paused, false),
            isNull(connection.removedAt),
          ),
        )
        .for("update", { of: webhookEvent });
      const system = event && senderOf(event.system);
      if (!event || !system) return;
      const arrived = system.read(JSON.parse(event.body), event.connectionId);
      const taken = await takeIn(tx, system, event, arrived, now);
      await tx
        .update(webhookEvent)
        .set({ ...taken, takenAt: now })
        .where(eq(webhookEvent.id, eventId));
    }),
  );
}

/** Notes what a try failed of; the job tries again. */
export async function noteFailure(
  _actor: SystemActor,
  eventId: string,
  words: string,
): Promise<void> {
  await transaction((tx) =>
    tx
      .update(webhookEvent)
      .set({ words })
      .where(and(eq(webhookEvent.id, eventId), eq(webhookEvent.state, "waiting"))),
  );
}

async function takeIn(
  tx: Transaction,
  { source }: SenderSystem,
  { name, receivedAt, connectionId }: { name: string; receivedAt: Date; connectionId: string },
  arrived: Arrived,
  now: Date,
) {
  const actor = systemActor("connection", name);
  // As of when it came, not of when it is taken in: a replay undoes nothing newer.
  const captures = arrived.leads.map(({ capturedAt = receivedAt, ...input }) => {
    return { input: { ...input, capturedAt }, source, provider: name };
  });
  const leads = await captureLeadsWithin(tx, actor, captures, now);
  const stamp = { now, source: name };
  const { activities } = arrived;
  const { accepted, repeated, refused } = await recordNamedWithin(tx, actor, activities, stamp);
  const { changed = [], gone = [], test = false } = arrived;
  const purged = await tellOfPurged(tx, actor, arrived.purged ?? [], now);
  await noteChanges(tx, connectionId, [...changed, ...gone], now);
  const reasons = [...arrived.refused, ...refused];
  const read =
    leads.length + accepted + repeated + arrived.passedOver + changed.length + gone.length;
  const counts = { changed: changed.length, gone: gone.length, purged };
  const told = { leads: leads.length, accepted, repeated, ...counts, test, reasons };
  const words = arrivedWords(told);
  return { state: read === 0 && reasons.length > 0 ? "unreadable" : "taken", words } as const;
}

/**
 * Forgets what came long ago and was taken in, or whose connection was removed; what waits for one
 * that is there is kept. Answers how many there were.
 */
export async function forgetEvents(_actor: SystemActor, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY);
  return transaction(async (tx) => {
    const old = tx
      .select({ id: webhookEvent.id })
      .from(webhookEvent)
      .innerJoin(connection, eq(connection.id, webhookEvent.connectionId))
      .where(
        and(
          lt(webhookEvent.receivedAt, before),
          or(ne(webhookEvent.state, "waiting"), isNotNull(connection.removedAt)),
        ),
      )
      .limit(FORGOTTEN_AT_ONCE);
    const gone = await tx
      .delete(webhookEvent)
      .where(inArray(webhookEvent.id, old))
      .returning({ id: webhookEvent.id });
    return gone.length;
  });
}

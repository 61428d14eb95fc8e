import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { lead } from "@/db/schema/lead";
import { outgoing } from "@/db/schema/outgoing";
import type { Actor } from "@/lib/access/viewer";
import { WITH_A_REP } from "@/lib/gate/status";
import { enqueue } from "@/lib/platform/jobs/commands";
import { CRM_IDS } from "../crm/crm";
import { hookEventsOf, mayTell, restHook } from "../rest-hooks/rest-hook";
import type { OutgoingKind } from "./outgoing";

/** Something that the CRMs and the hooks are to be told of; `occasion` tells one event from the next. */
type Telling = {
  kind: OutgoingKind;
  handoffId: string;
  leadId: string;
  noteId?: string;
  occasion: string;
};

/**
 * Writes down what every CRM and every hook is to be told, inside the transaction that causes it (K.3):
 * nothing is sent here, so that nobody waits for them. `notBefore` leaves time for a thing to be taken back.
 * What a paused connection is to be told waits until it is resumed.
 */
export async function tellCrms(
  tx: Transaction,
  _actor: Actor,
  telling: Telling,
  now: Date,
  notBefore: Date = now,
): Promise<void> {
  const { id: connectionId, paused: isPaused, system, settings } = connection;
  const known = await tx
    .select({ id: connectionId, paused: isPaused, system, settings })
    .from(connection)
    .where(and(inArray(system, [...CRM_IDS, restHook.id]), isNull(connection.removedAt)))
    .orderBy(connectionId)
    // As `keepConnected` does: who removes one settles what waits, and would not see what is written here.
    .for("key share");
  const connected = known.filter(
    (one) => one.system !== restHook.id || mayTell(hookEventsOf(one.settings), telling.kind),
  );
  if (connected.length === 0) return;
  const common = { ...telling, at: now, dueAt: notBefore };
  const kept = await tx
    .insert(outgoing)
    .values(connected.map(({ id: connectionId }) => ({ ...common, connectionId })))
    .onConflictDoNothing()
    .returning({ connectionId: outgoing.connectionId });
  const awake = connected.filter(
    ({ id, paused }) => !paused && kept.some(({ connectionId }) => connectionId === id),
  );
  await sendSoon(
    tx,
    awake.map(({ id }) => id),
    notBefore > now ? notBefore : undefined,
  );
}

/** Has connections look at what they are to send, at once or from a moment on. */
export async function sendSoon(
  tx: Transaction,
  connectionIds: readonly string[],
  startAfter?: Date,
): Promise<void> {
  await enqueue(
    tx,
    "send-outgoing",
    connectionIds.map((connectionId) => ({ connectionId })),
    startAfter ? { startAfter } : {},
  );
}

/** Tells the CRMs of a note that was added while a rep has the lead; before that it goes with the handoff. */
export async function tellCrmsOfNote(
  tx: Transaction,
  actor: Actor,
  { leadId, noteId }: { leadId: string; noteId: string },
  now: Date,
): Promise<void> {
  const [given] = await tx
    .select({ handoffId: lead.handoffId })
    .from(lead)
    .where(and(eq(lead.id, leadId), inArray(lead.status, WITH_A_REP)));
  if (!given?.handoffId) return;
  const { handoffId } = given;
  const occasion = `note ${noteId}`;
  await tellCrms(tx, actor, { kind: "note", handoffId, leadId, noteId, occasion }, now);
}

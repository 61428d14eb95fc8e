import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { crm, crmRecord, outgoing } from "@/db/schema/outgoing";
import { type SystemActor, systemActor } from "@/lib/access/viewer";
import { hookDocumentOf } from "@/lib/api/rest-hooks/hook-document";
import { noteHealth } from "@/lib/enrichment/health/commands";
import { restingUntil } from "@/lib/enrichment/health/resting";
import { failed } from "@/lib/enrichment/http/http";
import type { Clock } from "@/lib/platform/clock";
import { baseUrl } from "@/lib/platform/env";
import { record } from "@/lib/platform/history";
import { log } from "@/lib/platform/log";
import { keepConnected, removeConnection } from "../../commands";
import { type Crm, type Going, isWritten, type Written } from "../../crm/crm";
import { refreshMap } from "../../crm/map/commands";
import { opened } from "../../crm/opened";
import { restHook, whyNotTold } from "../../rest-hooks/rest-hook";
import { tellHook } from "../../rest-hooks/tell";
import { sendSoon } from "../commands";
import { ALONE_FROM_TRY } from "../retry";
import { changeOf, healthOf } from "./fate";
import { goingOf, whyDropped } from "./going";
import {
  connectionsDue,
  dueRows,
  type SendingConnection,
  sendingConnection,
  type ToTell,
  toTell,
} from "./queries";

/** The longest that one batch may take; what came of it is unknown after that, and asked by the ids. */
const LIMIT_MS = 30_000;
/** A hold outlasts a batch, and is free again soon after whoever held it was killed. */
const HOLD_MS = 75_000;
/** How long one job goes on; what is left is the next one's. */
const RUN_MS = 120_000;
/** As many leads as a call may carry without being slow. */
const BATCH = 25;

/** Takes a connection, for one sender at a time. Null where another one has it. */
async function hold(connectionId: string, now: Date): Promise<Date | null> {
  const heldUntil = new Date(now.getTime() + HOLD_MS);
  const free = or(isNull(crm.heldUntil), lt(crm.heldUntil, now));
  const taken = await db
    .update(crm)
    .set({ heldUntil })
    .where(and(eq(crm.connectionId, connectionId), free))
    .returning({ id: crm.connectionId });
  return taken.length > 0 ? heldUntil : null;
}

const mine = (connectionId: string, held: Date) =>
  and(eq(crm.connectionId, connectionId), eq(crm.heldUntil, held));

/**
 * Sends what is due for a connection, in batches, one sender at a time. Safe to run twice and to be
 * killed at any moment: each record and each note has an external id of ours, so that what was
 * taken and never acknowledged is written over and not doubled. 'busy' where another one is at it.
 */
export async function sendOutgoing(
  actor: SystemActor,
  connectionId: string,
  clock: Clock,
): Promise<"done" | "busy"> {
  const started = clock();
  let held = await hold(connectionId, started);
  if (!held) return (await dueRows(actor, connectionId, started, 1)).length > 0 ? "busy" : "done";
  try {
    while (await sendBatch(actor, connectionId, clock)) {
      const now = clock();
      if (now.getTime() - started.getTime() > RUN_MS) {
        await transaction((tx) => sendSoon(tx, [connectionId]));
        break;
      }
      const until = new Date(now.getTime() + HOLD_MS);
      const kept = await db
        .update(crm)
        .set({ heldUntil: until })
        .where(mine(connectionId, held))
        .returning({ id: crm.connectionId });
      if (kept.length === 0) break;
      held = until;
    }
  } finally {
    await db.update(crm).set({ heldUntil: null }).where(mine(connectionId, held));
  }
  return "done";
}

/** Sends the next few; true where more may be due. */
async function sendBatch(actor: SystemActor, id: string, clock: Clock): Promise<boolean> {
  const now = clock();
  const connected = await sendingConnection(actor, id);
  if (!connected || connected.removedAt || connected.paused) return false;
  if (connected.faults.length > 0) return false;
  // Each event to a hook is a call of its own, with a limit, a health and an end (410) of its own.
  const due = await dueRows(actor, id, now, isHooked(connected) ? 1 : BATCH);
  const [first] = due;
  if (!first) return false;
  if (await restingUntil(actor, id, now, LIMIT_MS)) return false;
  const alone = first.tries >= ALONE_FROM_TRY;
  const those = alone ? [first] : due.filter(({ tries }) => tries < ALONE_FROM_TRY);
  const rows = await dropped(
    connected,
    await toTell(
      actor,
      those.map((one) => one.id),
    ),
    now,
  );
  if (rows.length === 0) return true;
  await db
    .update(outgoing)
    .set({ tries: sql`${outgoing.tries} + 1`, triedAt: now })
    .where(
      inArray(
        outgoing.id,
        rows.map((row) => row.id),
      ),
    );
  const written = await tryOnce(actor, connected, rows, clock);
  const ended = clock();
  const health = healthOf(written.of);
  await settle(connected, rows, written, ended);
  await noteHealth(actor, id, health, ended);
  if (written.of.some((one) => !isWritten(one) && one.not.gone)) {
    const ending = { connectionId: id, because: "Its target answered 410." };
    await removeConnection(systemActor("connection", connected.name), ending, ended);
    return false;
  }
  return isHooked(connected) || health.answer !== "failed";
}

/** Settles what is rightly not sent, and answers the rest. */
async function dropped(
  connected: SendingConnection,
  rows: readonly ToTell[],
  now: Date,
): Promise<ToTell[]> {
  const rest: ToTell[] = [];
  for (const row of rows) {
    const words =
      whyDropped(row) ??
      (isHooked(connected) ? whyNotTold(connected.settings, hookDocumentOf(row)?.type) : null);
    if (words === null) rest.push(row);
    else
      await db
        .update(outgoing)
        .set({ state: "dropped", settledAt: now, words })
        .where(eq(outgoing.id, row.id));
  }
  return rest;
}

const isHooked = ({ system }: SendingConnection) => system === restHook.id;

type Tried = { of: Written[]; mapIsWrong: boolean };

async function tryOnce(
  actor: SystemActor,
  connected: SendingConnection,
  rows: readonly ToTell[],
  clock: Clock,
): Promise<Tried> {
  const all = (not: Extract<Written, { not: object }>["not"]): Tried => ({
    of: rows.map(({ id }) => ({ id, not })),
    mapIsWrong: false,
  });
  try {
    if (isHooked(connected))
      return { of: await tellEach(connected, rows, clock), mapIsWrong: false };
    const by = opened(connected);
    if (!by) return all(failed("unauthorised", "Its secret cannot be read any more."));
    const described = connected.entries.every(({ field }) => field !== null);
    const map = described ? connected : await refreshMap(actor, connected, by, clock());
    if ("answer" in map) return all(map);
    if (map.faults.length > 0) {
      const field = map.faults[0]?.to ?? "";
      return {
        ...all({ ...failed("refused", "The field map is wrong."), field }),
        mapIsWrong: true,
      };
    }
    const going = rows.map((row) => goingOf(row, map.entries, baseUrl(), clock()));
    const of = await by.write(going, AbortSignal.timeout(LIMIT_MS));
    return { of: inOrder(going, of), mapIsWrong: await blamed(actor, connected, by, of, clock) };
  } catch (err) {
    log().error({ err, connection: connected.id }, "Leads could not go out for a fault of our own");
    return all(failed("broken", "Could not be sent, for a fault of our own."));
  }
}

async function tellEach(
  connected: SendingConnection,
  rows: readonly ToTell[],
  clock: Clock,
): Promise<Written[]> {
  const of: Written[] = [];
  for (const row of rows) {
    const body = JSON.stringify(hookDocumentOf(row));
    of.push(await tellHook(connected, { id: row.id, body }, clock()));
  }
  return of;
}

/** Whoever says nothing of a lead has not written it. */
const inOrder = (going: readonly Going[], of: readonly Written[]): Written[] =>
  going.map(
    ({ id }) =>
      of.find((one) => one.id === id) ?? {
        id,
        not: failed("unreadable", "It said nothing of this."),
      },
  );

/** Where a field is to blame the map is looked at again; true where it is no longer right. */
async function blamed(
  actor: SystemActor,
  connected: SendingConnection,
  by: Crm,
  of: readonly Written[],
  clock: Clock,
): Promise<boolean> {
  if (!of.some((one) => !isWritten(one) && one.not.field !== undefined)) return false;
  const map = await refreshMap(actor, connected, by, clock());
  return !("answer" in map) && map.faults.length > 0;
}

/** What is said of a row that arrived while its connection was removed, which had settled it before. */
const ARRIVED_STILL = "It arrived while the connection was being removed.";

/** Writes down what came of a batch, with the jobs for what is to be sent again. */
async function settle(
  { id: connectionId, name }: SendingConnection,
  rows: readonly ToTell[],
  { of, mapIsWrong }: Tried,
  now: Date,
): Promise<void> {
  const actor = systemActor("connection", name);
  await transaction(async (tx) => {
    const removed = !(await keepConnected(tx, connectionId));
    for (const [index, row] of rows.entries()) {
      const written = of[index];
      if (!written) continue;
      if (removed && !isWritten(written)) continue;
      const { state, ...change } = changeOf(row, written, mapIsWrong, now, Math.random());
      const settledAt = state === "waiting" ? null : now;
      const cause = "cause" in change ? change.cause : null;
      const told = removed ? { words: ARRIVED_STILL } : {};
      await tx
        .update(outgoing)
        .set({ state, settledAt, ...change, cause, ...told })
        .where(and(eq(outgoing.id, row.id), eq(outgoing.state, removed ? "dropped" : "waiting")));
      if ("dueAt" in change) await sendSoon(tx, [connectionId], change.dueAt);
      if (!isWritten(written) || "told" in written) continue;
      const { object, recordId, ownerEmail, values } = written;
      const owned = ownerEmail ? { ownerEmail } : {};
      const set = { object, recordId, ...owned, ...(values ? { written: values } : {}) };
      if (!removed)
        await tx
          .insert(crmRecord)
          .values({ connectionId, leadId: row.leadId, ...set })
          .onConflictDoUpdate({
            target: [crmRecord.connectionId, crmRecord.leadId],
            set,
          });
      await record(tx, actor, [
        {
          at: now,
          verb: "reached the CRM",
          subject: "lead",
          subjectId: row.leadId,
          after: { kind: row.kind, object, recordId },
        },
      ]);
    }
  });
}

/** Hands in a job for every connection that has something due, should one have been lost. */
export async function sendWhatIsDue(actor: SystemActor, now: Date): Promise<void> {
  const ids = await connectionsDue(actor, now);
  await transaction((tx) => sendSoon(tx, ids));
}

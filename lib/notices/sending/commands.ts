import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { notice, noticeDelivery } from "@/db/schema/notice";
import type { SystemActor } from "@/lib/access/viewer";
import { Unreadable } from "@/lib/connections/seal";
import { openSecrets } from "@/lib/connections/secrets";
import { noteHealth } from "@/lib/enrichment/health/commands";
import { restingUntil } from "@/lib/enrichment/health/resting";
import { failed } from "@/lib/enrichment/http/http";
import type { Clock } from "@/lib/platform/clock";
import { DAY, SECOND } from "@/lib/platform/durations";
import { baseUrl } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { ChannelId, Delivery } from "../channels/channel";
import { channelOf } from "../channels/channels";
import { sendSoon } from "../commands";
import { messageOf } from "../message";
import { fateOf } from "./fate";
import { healthAnswer } from "./health-answer";
import { circumstancesOf, factsOf } from "./judged";
import { type DeliveryToSend, deliveryToSend } from "./queries";
import { nextTry } from "./retry";

/** The longest that one try may take; whether it arrived after that is not known. */
const LIMIT_MS = 20_000;
/** A claim outlasts the try, and is free again soon after whoever held it was killed. */
const CLAIM_MS = 45_000;
const NOTICES_KEPT_DAYS = 90;

/** Takes a waiting delivery that is due, for one sender at a time. Null where it cannot be taken. */
async function claim(id: string, now: Date): Promise<Date | null> {
  const claimedUntil = new Date(now.getTime() + CLAIM_MS);
  const taken = await db
    .update(noticeDelivery)
    .set({ claimedUntil })
    .where(
      and(
        eq(noticeDelivery.id, id),
        eq(noticeDelivery.state, "waiting"),
        lte(noticeDelivery.dueAt, new Date(now.getTime() + SECOND)),
        or(isNull(noticeDelivery.claimedUntil), lt(noticeDelivery.claimedUntil, now)),
      ),
    )
    .returning({ id: noticeDelivery.id });
  return taken.length > 0 ? claimedUntil : null;
}

/** What became of a delivery that could not be taken: settled, not due yet, or in another's hands. */
async function whyNot(id: string, channel: ChannelId, now: Date): Promise<"done" | "busy"> {
  const [row] = await db.select().from(noticeDelivery).where(eq(noticeDelivery.id, id));
  if (row?.state !== "waiting") return "done";
  if (row.claimedUntil && row.claimedUntil >= now) return "busy";
  await transaction((tx) => sendSoon(tx, channel, [id], row.dueAt));
  return "done";
}

type Change = Partial<typeof noticeDelivery.$inferInsert>;

/**
 * Gives a claim back with what came of it, together with the job for the next try. Nothing is
 * changed by who lost the claim meanwhile.
 */
async function release(id: string, held: Date, channel: ChannelId, change: Change): Promise<void> {
  await transaction(async (tx) => {
    const kept = await tx
      .update(noticeDelivery)
      .set({ claimedUntil: null, ...change })
      .where(and(eq(noticeDelivery.id, id), eq(noticeDelivery.claimedUntil, held)))
      .returning({ id: noticeDelivery.id });
    if (kept.length > 0 && change.dueAt) await sendSoon(tx, channel, [id], change.dueAt);
  });
}

async function tryOnce(row: DeliveryToSend, now: Date): Promise<Delivery> {
  const { connection, person, kind, id } = row;
  const system = channelOf(connection.system);
  if (!system) return failed("refused", "This kind of connection is not known any more.");
  const message = messageOf(kind, factsOf(row, person, now), person, {
    id,
    base: baseUrl(),
    at: now,
  });
  try {
    const secrets = openSecrets(connection.secrets, connection.id);
    const channel = system.open({ settings: connection.settings, secrets });
    return await channel.deliver(message, AbortSignal.timeout(LIMIT_MS));
  } catch (err) {
    if (err instanceof Unreadable)
      return failed("unauthorised", "Its secret cannot be read any more.");
    log().error({ err, delivery: id }, "A notice could not be sent for a fault of our own");
    return failed("broken", "Could not be sent, for a fault of our own.");
  }
}

function afterTry(delivery: Delivery, tries: number, now: Date): Change {
  if ("delivered" in delivery) return { state: "sent", settledAt: now, words: null };
  const { words, final, retryAfterSeconds } = delivery;
  const dueAt = final ? null : nextTry(tries, now, retryAfterSeconds);
  return dueAt ? { dueAt, words } : { state: "failed", settledAt: now, words };
}

/**
 * Sends one delivery, or settles that it is not sent, or puts it off. Safe to run twice and side by
 * side: only who holds the claim sends, and what is sent is sent once. Only where the process dies,
 * or the other side stays silent, after it took the message, can a person be told twice; mail then
 * bears the same Message-ID. Answers 'busy' where another process holds it: come again.
 */
export async function deliver(
  actor: SystemActor,
  channel: ChannelId,
  deliveryId: string,
  clock: Clock,
): Promise<"done" | "busy"> {
  const now = clock();
  const held = await claim(deliveryId, now);
  const row = held && (await deliveryToSend(actor, deliveryId));
  if (!held || !row) return whyNot(deliveryId, channel, now);
  const settle = (change: Change) => release(deliveryId, held, channel, change);
  const put = await putOff(actor, row, now);
  if (put) {
    await settle(put);
    return "done";
  }
  const tries = row.tries + 1;
  await db
    .update(noticeDelivery)
    .set({ tries, triedAt: now })
    .where(and(eq(noticeDelivery.id, deliveryId), eq(noticeDelivery.claimedUntil, held)));
  const delivery = await tryOnce(row, now);
  const ended = clock();
  await settle(afterTry(delivery, tries, ended));
  await noteHealth(actor, row.connection.id, healthAnswer(delivery), ended);
  return "done";
}

const RESTS = "Waits, as the connection keeps failing.";

/** What came too late was given up where the other side is to blame: then somebody is to see it. */
function lapsed({ tries, words }: DeliveryToSend, lapse: string, now: Date): Change {
  const failing = tries > 0 || words === RESTS;
  if (!failing) return { state: "dropped", settledAt: now, words: lapse };
  return { state: "failed", settledAt: now, words: [lapse, words].filter(Boolean).join(" ") };
}

/** Why a delivery is not sent now, as what is written down of that; null where it is. */
async function putOff(actor: SystemActor, row: DeliveryToSend, now: Date): Promise<Change | null> {
  const fate = fateOf(circumstancesOf(row), now);
  if (fate.fate === "drop") return { state: "dropped", settledAt: now, words: fate.words };
  if (fate.fate === "lapse") return lapsed(row, fate.words, now);
  if (fate.fate === "wait") return { dueAt: fate.until, words: fate.words };
  const rests = await restingUntil(actor, row.connection.id, now, LIMIT_MS);
  return rests && { dueAt: rests, words: row.tries > 0 ? row.words : RESTS };
}

/** Forgets notices after a while, some at a time. Answers how many; 0 when none is left. */
export async function forgetNotices(_actor: SystemActor, now: Date): Promise<number> {
  const before = new Date(now.getTime() - NOTICES_KEPT_DAYS * DAY);
  const old = db.select({ id: notice.id }).from(notice).where(lt(notice.at, before)).limit(1_000);
  const gone = await db
    .delete(notice)
    .where(sql`${notice.id} in ${old}`)
    .returning({ id: notice.id });
  return gone.length;
}

import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { notice, noticeChoice, noticeDelivery, noticeSetting } from "@/db/schema/notice";
import type { Actor } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { CHANNEL_IDS, type ChannelId } from "./channels/channel";
import { channelOf } from "./channels/channels";
import { type Notice, occasionOf } from "./notice";

/** A channel that a rule asks for, and there one connection, if it names one. */
type AskedWay = { channel: ChannelId; connectionId?: string | undefined };

/**
 * Tells people, inside the transaction that gives them something to be told: nothing is sent here,
 * so that nobody waits for a mail server; jobs do that after the commit. One event tells a person
 * once, however often it is given. Whoever does a thing themselves need not be told of it. Answers
 * how many people are sent something, since most have chosen for themselves what they want to be sent.
 * `by` is what a rule asks for, whatever they have chosen.
 */
export async function notify(
  tx: Transaction,
  actor: Actor,
  notices: readonly Notice[],
  by?: AskedWay,
): Promise<number> {
  const told = notices.filter(({ personId }) => personId !== actor.id);
  if (told.length === 0) return 0;
  const written = await tx
    .insert(notice)
    .values(told.map((one) => ({ ...one, occasion: occasionOf(one) })))
    .onConflictDoNothing()
    .returning({ id: notice.id, kind: notice.kind, personId: notice.personId, at: notice.at });
  return written.length > 0 ? handIn(tx, written, by) : 0;
}

type Written = Pick<typeof notice.$inferSelect, "id" | "kind" | "personId" | "at">;

/** The connections by which these people want to be told of something at all. */
async function wanted(tx: Transaction, personIds: string[]) {
  const off = tx
    .select({ one: sql`1` })
    .from(noticeSetting)
    .where(and(eq(noticeSetting.personId, noticeChoice.personId), eq(noticeSetting.off, true)));
  return tx
    .select({
      personId: noticeChoice.personId,
      kind: noticeChoice.kind,
      connectionId: connection.id,
      system: connection.system,
    })
    .from(noticeChoice)
    .innerJoin(connection, eq(connection.id, noticeChoice.connectionId))
    .where(
      and(inArray(noticeChoice.personId, personIds), isNull(connection.removedAt), notExists(off)),
    );
}

type Way = { connectionId: string; system: string };
type ToSend = Way & { one: Written };

async function asChosen(tx: Transaction, written: readonly Written[]): Promise<ToSend[]> {
  const choices = await wanted(
    tx,
    written.map(({ personId }) => personId),
  );
  return written.flatMap((one) =>
    choices
      .filter((choice) => choice.personId === one.personId && choice.kind === one.kind)
      .map((choice) => ({ ...choice, one })),
  );
}

/**
 * Each is told by the connection that is named, or by all of that kind where none is or that one is gone; a
 * room reads it once, however many are told in it.
 */
async function asAsked(
  tx: Transaction,
  written: readonly Written[],
  { channel, connectionId: named }: AskedWay,
) {
  const all: Way[] = await tx
    .select({ connectionId: connection.id, system: connection.system })
    .from(connection)
    .where(and(eq(connection.system, channel), isNull(connection.removedAt)));
  const one = all.filter(({ connectionId }) => connectionId === named);
  const ways = one.length > 0 ? one : all;
  const sent = channelOf(channel)?.readers === "a room" ? written.slice(0, 1) : written;
  return ways.flatMap((way): ToSend[] => sent.map((one) => ({ ...way, one })));
}

async function handIn(
  tx: Transaction,
  written: readonly Written[],
  by: AskedWay | undefined,
): Promise<number> {
  const toSend = by ? await asAsked(tx, written, by) : await asChosen(tx, written);
  if (toSend.length === 0) return 0;
  const rows = await tx
    .insert(noticeDelivery)
    .values(
      toSend.map(({ connectionId, one }) => ({
        noticeId: one.id,
        connectionId,
        dueAt: one.at,
        byRule: by !== undefined,
      })),
    )
    .returning({ id: noticeDelivery.id, connectionId: noticeDelivery.connectionId });
  const systems = new Map(toSend.map(({ connectionId, system }) => [connectionId, system]));
  for (const channel of CHANNEL_IDS) {
    const ids = rows.filter(({ connectionId }) => systems.get(connectionId) === channel);
    await sendSoon(
      tx,
      channel,
      ids.map(({ id }) => id),
    );
  }
  const told = by ? written : toSend.map(({ one }) => one);
  return new Set(told.map(({ personId }) => personId)).size;
}

/** Hands deliveries of one channel to the jobs that send them, at once or from a moment on. */
export async function sendSoon(
  tx: Transaction,
  channel: ChannelId,
  deliveryIds: readonly string[],
  startAfter?: Date,
): Promise<void> {
  await enqueue(
    tx,
    `tell-by-${channel}`,
    deliveryIds.map((deliveryId) => ({ deliveryId })),
    startAfter ? { startAfter } : {},
  );
}

import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { notice, noticeChoice, noticeDelivery, noticeSetting } from "@/db/schema/notice";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { CHANNEL_IDS, type ChannelId } from "../channels/channel";
import { channelOf } from "../channels/channels";
import { NOTHING_SET, type NoticeSettings } from "./quiet";
import type { OfferedChannel, OwnDelivery } from "./view";

/** The ways to people that are connected, for a rule that tells by one; the first one connected first. */
export async function connectedWays(
  viewer: Viewer,
  within: Transaction | typeof db = db,
): Promise<{ id: string; name: string; system: ChannelId }[]> {
  authorize(viewer, "set own notices");
  const rows = await within
    .select({ id: connection.id, name: connection.name, system: connection.system })
    .from(connection)
    .where(and(inArray(connection.system, [...CHANNEL_IDS]), isNull(connection.removedAt)))
    .orderBy(asc(connection.createdAt), asc(connection.id));
  return rows.flatMap(({ id, name, system }) => {
    const channel = CHANNEL_IDS.find((each) => each === system);
    return channel ? [{ id, name, system: channel }] : [];
  });
}

/** The ways to people that are connected, the first one connected first. */
export async function offeredChannels(viewer: Viewer): Promise<OfferedChannel[]> {
  authorize(viewer, "set own notices");
  const rows = await db
    .select({
      id: connection.id,
      name: connection.name,
      system: connection.system,
      paused: connection.paused,
    })
    .from(connection)
    .where(and(inArray(connection.system, [...CHANNEL_IDS]), isNull(connection.removedAt)))
    .orderBy(asc(connection.createdAt), asc(connection.id));
  return rows.map(({ system, ...row }) => ({
    ...row,
    readers: channelOf(system)?.readers ?? "a room",
  }));
}

/** What the viewer has set for themselves; nothing is on until they choose it. */
export async function ownNoticeSettings(viewer: Viewer): Promise<NoticeSettings> {
  authorize(viewer, "set own notices");
  const [[row], choices] = await Promise.all([
    db.select().from(noticeSetting).where(eq(noticeSetting.personId, viewer.id)),
    db
      .select({ kind: noticeChoice.kind, connectionId: noticeChoice.connectionId })
      .from(noticeChoice)
      .where(eq(noticeChoice.personId, viewer.id)),
  ]);
  return { ...NOTHING_SET, ...row, choices };
}

/** The viewer's latest notices, each with what became of it. */
export async function ownDeliveries(viewer: Viewer, limit: number): Promise<OwnDelivery[]> {
  authorize(viewer, "set own notices");
  return db
    .select({
      id: noticeDelivery.id,
      kind: notice.kind,
      at: notice.at,
      by: connection.name,
      state: noticeDelivery.state,
      tries: noticeDelivery.tries,
      dueAt: noticeDelivery.dueAt,
      settledAt: noticeDelivery.settledAt,
      words: noticeDelivery.words,
    })
    .from(notice)
    .innerJoin(noticeDelivery, eq(noticeDelivery.noticeId, notice.id))
    .innerJoin(connection, eq(connection.id, noticeDelivery.connectionId))
    .where(eq(notice.personId, viewer.id))
    .orderBy(desc(notice.at), asc(noticeDelivery.id))
    .limit(limit);
}

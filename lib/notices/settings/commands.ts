import { eq, inArray } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { noticeChoice, noticeSetting } from "@/db/schema/notice";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { channelOf } from "../channels/channels";
import { kindsOf } from "../kinds";
import type { NoticeSettingsInput } from "./input";

/** True where every one of them is a way to people that is connected. */
async function areChannels(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const rows = await tx
    .select({ system: connection.system, removedAt: connection.removedAt })
    .from(connection)
    .where(inArray(connection.id, wanted));
  const good = rows.filter(({ system, removedAt }) => channelOf(system) && removedAt === null);
  return good.length === wanted.length;
}

/**
 * Keeps what the viewer wants to be told of, by what, and when not: their own, nobody else's. It
 * holds from the next try of whatever is on its way.
 */
export async function saveNoticeSettings(
  viewer: Viewer,
  input: NoticeSettingsInput,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "set own notices");
  const { choices, ...settings } = input;
  const kinds = kindsOf(viewer.role);
  if (choices.some(({ kind }) => !kinds.includes(kind)))
    return refused("One of these is not for your role. Load the page again.");
  return transaction(async (tx) => {
    const ids = choices.map(({ connectionId }) => connectionId);
    if (!(await areChannels(tx, ids)))
      return refused("One of these connections was removed. Load the page again.");
    const row = { ...settings, updatedAt: now };
    await tx
      .insert(noticeSetting)
      .values({ personId: viewer.id, ...row })
      .onConflictDoUpdate({ target: noticeSetting.personId, set: row });
    await tx.delete(noticeChoice).where(eq(noticeChoice.personId, viewer.id));
    if (choices.length > 0)
      await tx
        .insert(noticeChoice)
        .values(choices.map((choice) => ({ personId: viewer.id, ...choice })))
        .onConflictDoNothing();
    const subject = { subject: "person", subjectId: viewer.id } as const;
    await record(tx, viewer, [{ at: now, verb: "set notices", ...subject, after: input }]);
    return done;
  });
}

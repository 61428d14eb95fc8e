import { eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { noticeDelivery } from "@/db/schema/notice";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { channelOf } from "../channels/channels";
import { sendSoon } from "../commands";

/**
 * Tries a delivery again at once, with as many tries before it as a new one has. What is no news
 * any more is not sent even then.
 */
export async function retryDelivery(
  actor: Actor,
  input: { deliveryId: string },
  now: Date,
  outer?: Transaction,
): Promise<Outcome> {
  authorize(actor, "connect systems");
  const { deliveryId: id } = input;
  return transaction(async (tx): Promise<Outcome> => {
    const [row] = await tx
      .select()
      .from(noticeDelivery)
      .where(eq(noticeDelivery.id, id))
      .for("update");
    if (!row) return refused("This notice is no longer kept.");
    if (row.state === "sent") return refused("It was sent meanwhile.");
    if (row.state === "dropped") return refused("It is no news any more, so it is not sent.");
    if (row.claimedUntil && row.claimedUntil >= now) return refused("It is being sent right now.");
    const [by] = await tx.select().from(connection).where(eq(connection.id, row.connectionId));
    const channel = by && channelOf(by.system);
    if (!by || !channel || by.removedAt) return refused("Its connection was removed.");
    const again = { state: "waiting", tries: 0, dueAt: now, settledAt: null } as const;
    await tx.update(noticeDelivery).set(again).where(eq(noticeDelivery.id, id));
    await sendSoon(tx, channel.id, [id]);
    const subject = { subject: "connection", subjectId: by.id } as const;
    await record(tx, actor, [{ at: now, verb: "retried a notice", ...subject, after: { id } }]);
    return done;
  }, outer);
}

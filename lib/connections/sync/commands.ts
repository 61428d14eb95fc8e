import { and, eq, or, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { noticeDelivery } from "@/db/schema/notice";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { retryEnrichment } from "@/lib/enrichment/commands";
import { retryDelivery } from "@/lib/notices/deliveries/commands";
import { BULK_MOST } from "@/lib/platform/bulk";
import { retryAllOutgoing } from "../outbox/standing/commands";
import { takeWaiting } from "../senders/commands";
import { leadsWaitingFor, syncs } from "./queries";
import type { Sync } from "./sync";

type Retried = { retried: number };

async function retryNotices(
  viewer: Viewer,
  connectionId: string,
  now: Date,
): Promise<Outcome<Retried>> {
  const { state, tries } = noticeDelivery;
  const stuck = or(eq(state, "failed"), and(eq(state, "waiting"), sql`${tries} > 0`));
  return transaction(async (tx) => {
    const rows = await tx
      .select({ id: noticeDelivery.id })
      .from(noticeDelivery)
      .where(and(eq(noticeDelivery.connectionId, connectionId), stuck))
      .orderBy(noticeDelivery.id)
      .limit(BULK_MOST);
    let retried = 0;
    for (const { id } of rows) {
      const outcome = await retryDelivery(viewer, { deliveryId: id }, now, tx);
      if (outcome.ok) retried += 1;
    }
    return retried > 0
      ? { ok: true, value: { retried } }
      : refused("Nothing waits for it any more.");
  });
}

async function retryEvents(viewer: Viewer, { id, waiting }: Sync): Promise<Outcome<Retried>> {
  if (waiting === 0) return refused("It sends again by itself.");
  await transaction((tx) => takeWaiting(tx, viewer, id));
  return { ok: true, value: { retried: waiting } };
}

/**
 * Retries what waits for one system, up to 500 at a time (M.2): leads are asked about again, records
 * and notices are sent again. Notices are an admin's to send.
 */
export async function retryWaiting(
  viewer: Viewer,
  { id }: { id: string },
  now: Date,
): Promise<Outcome<Retried>> {
  authorize(viewer, "document leads");
  const sync = (await syncs(viewer, now)).find((one) => one.id === id);
  if (!sync) return refused("There is no such connection any more.");
  if (sync.does === "sends") return retryEvents(viewer, sync);
  if (sync.does === "tells") {
    authorize(viewer, "connect systems");
    return retryNotices(viewer, id, now);
  }
  if (sync.does === "writes" || sync.does === "subscribes")
    return retryAllOutgoing(viewer, id, now);
  const leadIds = await leadsWaitingFor(viewer, sync.keys, BULK_MOST);
  if (leadIds.length === 0) return refused("No lead waits for it any more.");
  const outcome = await retryEnrichment(viewer, { leadIds }, now);
  return outcome.ok ? { ok: true, value: { retried: outcome.value.leadIds.length } } : outcome;
}

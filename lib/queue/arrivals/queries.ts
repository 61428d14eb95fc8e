import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { queueEntry } from "@/db/schema/queue-entry";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { COUNTED_PLACES } from "../row";

/** The viewer's handoffs since a moment that nobody worked on yet, the latest first: their ids. */
export async function arrivedSince(viewer: Viewer, since: Date): Promise<string[]> {
  authorize(viewer, "work the queue");
  const untried = and(isNull(queueEntry.decidedAt), isNull(queueEntry.triedAt));
  const rows = await db
    .select({ id: queueEntry.handoffId })
    .from(queueEntry)
    .where(and(eq(queueEntry.ownerId, viewer.id), untried, gt(queueEntry.routedAt, since)))
    .orderBy(desc(queueEntry.routedAt))
    .limit(COUNTED_PLACES);
  return rows.map(({ id }) => id);
}

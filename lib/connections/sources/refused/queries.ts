import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sourceChange, sourceRefusal } from "@/db/schema/source";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { RefusedRecord } from "./record";

/** As many as a person reads. */
const SHOWN = 50;

/** The records of a connection that the other side refuses to tell of, the latest first. */
export async function refusedRecords(
  viewer: Viewer,
  connectionId: string,
): Promise<RefusedRecord[]> {
  authorize(viewer, "see connections");
  return db
    .select({
      stream: sourceRefusal.stream,
      recordId: sourceRefusal.recordId,
      reason: sourceRefusal.reason,
      since: sourceRefusal.refusedSince,
      againAt: sourceChange.notedAt,
    })
    .from(sourceRefusal)
    .leftJoin(
      sourceChange,
      and(
        eq(sourceChange.connectionId, sourceRefusal.connectionId),
        eq(sourceChange.stream, sourceRefusal.stream),
        eq(sourceChange.recordId, sourceRefusal.recordId),
      ),
    )
    .where(eq(sourceRefusal.connectionId, connectionId))
    .orderBy(desc(sourceRefusal.refusedSince), sourceRefusal.recordId)
    .limit(SHOWN);
}

import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { sourceChange, sourceRecord } from "@/db/schema/source";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { sourceOf } from "../sources";
import { type RefusedRecord, refusedOf } from "./record";

/** As many as a person reads. */
const SHOWN = 50;

/** The records of a connection that the other side refuses to tell of, the latest first. */
export async function refusedRecords(
  viewer: Viewer,
  connectionId: string,
): Promise<RefusedRecord[]> {
  authorize(viewer, "see connections");
  const [of] = await db
    .select({ system: connection.system })
    .from(connection)
    .where(eq(connection.id, connectionId));
  const streams = (of && sourceOf(of.system)?.streams) ?? [];
  if (streams.length === 0) return [];
  const named = new Map(streams.map(({ id }) => [refusedOf(id), id]));
  const rows = await db
    .select({
      stream: sourceRecord.stream,
      recordId: sourceRecord.recordId,
      words: sourceRecord.parentId,
      since: sourceRecord.changedAt,
      againAt: sourceChange.notedAt,
    })
    .from(sourceRecord)
    .leftJoin(
      sourceChange,
      and(
        eq(sourceChange.connectionId, sourceRecord.connectionId),
        eq(sql`${sourceChange.stream} || ', refused'`, sourceRecord.stream),
        eq(sourceChange.recordId, sourceRecord.recordId),
      ),
    )
    .where(
      and(
        eq(sourceRecord.connectionId, connectionId),
        inArray(sourceRecord.stream, [...named.keys()]),
      ),
    )
    .orderBy(desc(sourceRecord.changedAt), sourceRecord.recordId)
    .limit(SHOWN);
  return rows.map(({ stream, words, ...row }) => ({
    ...{ ...row, stream: named.get(stream) ?? stream, words: words ?? "" },
  }));
}

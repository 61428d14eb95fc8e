import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { queueChange } from "@/db/schema/queue-change";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Cursor } from "./cursor";

/** What changed in a queue since a cursor, and the cursor from there on. */
export type QueueChanges = { cursor: Cursor; leadIds: string[] };

/** The columns of a cursor: where a reader goes on from who reads what follows. */
export const THIS_MOMENT = {
  at: sql<string>`floor(extract(epoch from clock_timestamp()) * 1000)::text`,
  snapshot: sql<string>`pg_current_snapshot()::text`,
};

/**
 * Where a reader goes on from who reads the queue after this: what is committed later is told, and
 * nothing of what the list already shows.
 */
export async function liveCursor(viewer: Viewer): Promise<Cursor> {
  authorize(viewer, "work the queue");
  const [row] = await db.execute<{ at: string; snapshot: string }>(
    sql`select ${THIS_MOMENT.at} as at, ${THIS_MOMENT.snapshot} as snapshot`,
  );
  if (!row) throw new Error("The database has no snapshot.");
  return { at: Number(row.at), snapshot: row.snapshot };
}

function since({ snapshot }: Cursor) {
  return sql`${queueChange.xid} >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
    and not pg_visible_in_snapshot(${queueChange.xid}, ${snapshot}::pg_snapshot)`;
}

/**
 * The leads of the viewer's own queue that changed since: each committed change once, however late
 * it committed, since one statement reads the changes and the snapshot to go on from. Null where
 * the cursor is of another database, such as one restored from a backup.
 */
export async function queueChanges(viewer: Viewer, cursor: Cursor): Promise<QueueChanges | null> {
  authorize(viewer, "work the queue");
  const { snapshot } = cursor;
  const [row] = await db.execute<{
    at: string;
    snapshot: string;
    ours: boolean;
    leads: string;
  }>(sql`
    select ${THIS_MOMENT.at} as at, ${THIS_MOMENT.snapshot} as snapshot,
      pg_snapshot_xmax(${snapshot}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as ours,
      (select coalesce(string_agg(distinct ${queueChange.leadId}::text, ','), '') from ${queueChange}
        where ${queueChange.ownerId} = ${viewer.id} and ${since(cursor)}) as leads`);
  if (!row?.ours) return null;
  return {
    cursor: { at: Number(row.at), snapshot: row.snapshot },
    leadIds: row.leads.split(",").filter(Boolean),
  };
}

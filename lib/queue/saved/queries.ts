import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedView } from "@/db/schema/saved-view";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { SavedView } from "./saved-query";

/** `savedViews` as one value of a statement that reads other things. */
export function savedViewsOf(viewer: Viewer): SQL<SavedView[]> {
  authorize(viewer, "work the queue");
  return sql`(
    select coalesce(json_agg(json_build_object(
      'id', id, 'name', name, 'query', query, 'opens', opens) order by name), '[]')
    from ${savedView} where person_id = ${viewer.id})`;
}

/** The viewer's own saved views, by name. */
export async function savedViews(viewer: Viewer): Promise<SavedView[]> {
  const [row] = await db.execute<{ saved: SavedView[] }>(
    sql`select ${savedViewsOf(viewer)} as saved`,
  );
  return row?.saved ?? [];
}

import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedView } from "@/db/schema/saved-view";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { SavedView } from "./saved-query";

/** `savedViews` as one value of a statement that reads other things, with a gap for who reads. */
export function savedViewsOf(viewer: Viewer, reader: Placeholder | string): SQL<SavedView[]> {
  authorize(viewer, "work the queue");
  return sql`(
    select coalesce(json_agg(json_build_object(
      'id', id, 'name', name, 'query', query, 'opens', opens) order by name), '[]')
    from ${savedView} where person_id = ${reader})`;
}

/** The viewer's own saved views, by name. */
export async function savedViews(viewer: Viewer): Promise<SavedView[]> {
  const [row] = await db.execute<{ saved: SavedView[] }>(
    sql`select ${savedViewsOf(viewer, viewer.id)} as saved`,
  );
  return row?.saved ?? [];
}

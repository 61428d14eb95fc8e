import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { savedView } from "@/db/schema/saved-view";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { SavedView } from "./saved-query";

/** The viewer's own saved views, by name. */
export async function savedViews(viewer: Viewer): Promise<SavedView[]> {
  authorize(viewer, "work the queue");
  const { id, name, query, opens } = savedView;
  return db
    .select({ id, name, query, opens })
    .from(savedView)
    .where(eq(savedView.personId, viewer.id))
    .orderBy(asc(savedView.name));
}

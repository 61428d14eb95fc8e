import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { notice } from "@/db/schema/notice";
import type { Viewer } from "@/lib/access/viewer";

/** When the last correction of a handoff was made that the viewer was told of and has not seen. */
export async function unseenCorrection(viewer: Viewer, handoffId: string): Promise<string | null> {
  const [latest] = await db
    .select({ at: notice.at })
    .from(notice)
    .where(
      and(
        eq(notice.handoffId, handoffId),
        eq(notice.personId, viewer.id),
        eq(notice.kind, "correction"),
        isNull(notice.seenAt),
      ),
    )
    .orderBy(desc(notice.at))
    .limit(1);
  return latest?.at.toISOString() ?? null;
}

import { and, eq, gt, max, ne, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { editorPresence, summaryVersion, unsavedText } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import {
  HERE_FOR,
  type Other,
  type PageNews,
  type Part,
  type UnsavedText,
  WRITING_FOR,
} from "./unsaved";

const secondsBefore = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1_000);

/** Who else is at a lead, and what others typed there and did not save. */
async function othersAt(viewer: Viewer, leadId: string, now: Date): Promise<Other[]> {
  const rows = await db
    .select({
      name: person.name,
      seenAt: editorPresence.seenAt,
      wroteAt: editorPresence.wroteAt,
      text: unsavedText.text,
    })
    .from(person)
    .leftJoin(
      editorPresence,
      and(eq(editorPresence.personId, person.id), eq(editorPresence.leadId, leadId)),
    )
    .leftJoin(
      unsavedText,
      and(
        eq(unsavedText.personId, person.id),
        eq(unsavedText.leadId, leadId),
        eq(unsavedText.part, "summary"),
      ),
    )
    .where(
      and(
        ne(person.id, viewer.id),
        or(
          gt(editorPresence.seenAt, secondsBefore(now, HERE_FOR)),
          sql`${unsavedText.text} is not null`,
        ),
      ),
    )
    .orderBy(person.name);
  return rows.map(({ name, seenAt, wroteAt, text }) => {
    const here = seenAt !== null && seenAt > secondsBefore(now, HERE_FOR);
    const writing = here && wroteAt !== null && wroteAt > secondsBefore(now, WRITING_FOR);
    return { name, here, writing, text };
  });
}

/** What became of a lead's page meanwhile: who else is there, and which version is in force. */
export async function pageNews(viewer: Viewer, leadId: string, now: Date): Promise<PageNews> {
  authorize(viewer, "document leads");
  const [others, own, [row]] = await Promise.all([
    othersAt(viewer, leadId, now),
    ownUnsaved(viewer, leadId),
    db
      .select({ version: max(summaryVersion.version) })
      .from(summaryVersion)
      .where(eq(summaryVersion.leadId, leadId)),
  ]);
  return { others, own: own.summary?.text ?? null, version: row?.version ?? 0 };
}

/** What the viewer typed for a lead and did not save, on whatever computer. */
export async function ownUnsaved(
  viewer: Viewer,
  leadId: string,
): Promise<Partial<Record<Part, UnsavedText>>> {
  authorize(viewer, "document leads");
  const rows = await db
    .select()
    .from(unsavedText)
    .where(and(eq(unsavedText.leadId, leadId), eq(unsavedText.personId, viewer.id)));
  return Object.fromEntries(
    rows.map(({ part, text, basedOn, at }) => [part, { text, basedOn, at: at.toISOString() }]),
  );
}

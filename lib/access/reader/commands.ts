import { and, eq, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import type { Reader } from "@/lib/platform/format";
import { record } from "@/lib/platform/history";
import { done, type Outcome, refused } from "../outcome";
import { authorize } from "../permissions";
import type { Viewer } from "../viewer";

/**
 * Sets the time zone that a person works in and how they read dates and numbers: everybody their
 * own, an admin anybody's. Hours, absences that are noted later, quiet hours and all times on
 * their pages go by it from their next request on.
 */
export async function setReader(
  viewer: Viewer,
  { personId, timeZone, locale }: { personId: string } & Reader,
  now: Date,
): Promise<Outcome> {
  authorize(viewer, viewer.id === personId ? "set own times" : "manage people");
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ timeZone: person.timeZone, locale: person.locale })
      .from(person)
      .where(eq(person.id, personId))
      .for("update");
    if (!row) return refused("There is no such person.");
    const after = { timeZone, locale };
    await tx
      .update(person)
      .set({ ...after, readerSetAt: now })
      .where(eq(person.id, personId));
    const entry = { at: now, verb: "set times", subject: "person", subjectId: personId } as const;
    await record(tx, viewer, [{ ...entry, before: row, after }]);
    return done;
  });
}

/** Takes over what the viewer's browser says, where nobody has said it yet; answers whether it was. */
export async function adoptReader(
  viewer: Viewer,
  { timeZone, locale }: Reader,
  now: Date,
): Promise<Outcome<{ adopted: boolean }>> {
  authorize(viewer, "set own times");
  return transaction(async (tx) => {
    const after = { timeZone, locale };
    const [row] = await tx
      .update(person)
      .set({ ...after, readerSetAt: now })
      .where(and(eq(person.id, viewer.id), isNull(person.readerSetAt)))
      .returning({ id: person.id });
    if (row) {
      const entry = { at: now, verb: "set times", subject: "person" } as const;
      await record(tx, viewer, [{ ...entry, subjectId: row.id, after }]);
    }
    return { ok: true, value: { adopted: row !== undefined } };
  });
}

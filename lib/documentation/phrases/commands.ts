import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { phrase } from "@/db/schema/phrase";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type HistoryEntry, record } from "@/lib/platform/history";

const GONE = "This phrase is not in the library any more.";
const KNOWN = "The library has this phrase already.";

const note = (
  tx: Transaction,
  viewer: Viewer,
  id: string,
  entry: Omit<HistoryEntry, "subject" | "subjectId">,
) => record(tx, viewer, [{ ...entry, subject: "phrase", subjectId: id }]);

/** Adds a phrase to the team's library (C5.4). */
export async function addPhrase(
  viewer: Viewer,
  { text }: { text: string },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [row] = await tx
      .insert(phrase)
      .values({ text, createdBy: viewer.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: phrase.id });
    if (!row) return refused(KNOWN, "text");
    await note(tx, viewer, row.id, { at: now, verb: "added", after: { text } });
    return { ok: true, value: row };
  });
}

/** Says a phrase in other words. What was flagged with it before keeps its own. */
export async function changePhrase(
  viewer: Viewer,
  { phraseId, text }: { phraseId: string; text: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const inUse = isNull(phrase.retiredAt);
    // Both phrases are locked, so that of two that become the same one is refused.
    const same = and(sql`lower(${phrase.text}) = lower(${text})`, ne(phrase.id, phraseId), inUse);
    const [other] = await tx.select({ id: phrase.id }).from(phrase).where(same).for("update");
    if (other) return refused(KNOWN, "text");
    const own = and(eq(phrase.id, phraseId), inUse);
    const [before] = await tx.select({ text: phrase.text }).from(phrase).where(own).for("update");
    if (!before) return refused(GONE);
    await tx.update(phrase).set({ text }).where(own);
    await note(tx, viewer, phraseId, { at: now, verb: "changed", before, after: { text } });
    return done;
  });
}

/** Takes a phrase out of the library; flags that were set with it stay. */
export async function retirePhrase(
  viewer: Viewer,
  { phraseId }: { phraseId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [row] = await tx
      .update(phrase)
      .set({ retiredAt: now })
      .where(and(eq(phrase.id, phraseId), isNull(phrase.retiredAt)))
      .returning({ text: phrase.text });
    if (!row) return refused(GONE);
    await note(tx, viewer, phraseId, { at: now, verb: "retired", before: row });
    return done;
  });
}

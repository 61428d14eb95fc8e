import { asc, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { phrase } from "@/db/schema/phrase";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type Phrase, phraseIn } from "./phrase";

const inUse = (within: Transaction | typeof db) =>
  within
    .select({ id: phrase.id, text: phrase.text })
    .from(phrase)
    .where(isNull(phrase.retiredAt))
    .orderBy(asc(phrase.createdAt), asc(phrase.text));

/** The team's phrases, the oldest first (C5.4). */
export async function phrases(viewer: Viewer): Promise<Phrase[]> {
  authorize(viewer, "document leads");
  return inUse(db);
}

/** The id of the phrase that a flag is made of, whoever typed it; null for words of one's own. */
export async function phraseOf(tx: Transaction, flag: string): Promise<string | null> {
  return phraseIn(flag, await inUse(tx))?.id ?? null;
}

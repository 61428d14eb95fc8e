/**
 * What is being written about a handoff: words for an attempt, or for sending the lead back; and that
 * the question after the first attempt is to be answered yet.
 */
export type Writing = "log" | "reject" | "question";

const keyOf = (handoffId: string, writing: Writing) => `baton-${writing}-${handoffId}`;

/** Words that were typed and not saved, as this browser keeps them; "" where there are none. */
export function keptWords(handoffId: string, writing: Writing): string {
  try {
    return localStorage.getItem(keyOf(handoffId, writing)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps words until they are saved: a closed tab, an ended session and a new version lose none. */
export function keepWords(handoffId: string, writing: Writing, words: string): void {
  try {
    if (words) localStorage.setItem(keyOf(handoffId, writing), words);
    else localStorage.removeItem(keyOf(handoffId, writing));
  } catch {
    // A full or forbidden storage must not stop anyone from typing; saving still works.
  }
}

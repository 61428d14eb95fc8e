import { keep, kept } from "../form/kept";

/**
 * What is being written about a handoff: words for an attempt, or for sending the lead back; and that
 * the question after the first attempt is to be answered yet.
 */
type Writing = "log" | "reject" | "question";

// Only the rep who has a handoff writes about it, and it never becomes another's.
const keyOf = (handoffId: string, writing: Writing) => `baton-${writing}-${handoffId}`;

/** Words that were typed and not saved, as this browser keeps them; "" where there are none. */
export function keptWords(handoffId: string, writing: Writing): string {
  return kept(keyOf(handoffId, writing)) ?? "";
}

/** Keeps words until they are saved. */
export function keepWords(handoffId: string, writing: Writing, words: string): void {
  keep(keyOf(handoffId, writing), words);
}

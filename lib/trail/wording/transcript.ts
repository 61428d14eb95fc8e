import { shownLine } from "@/lib/platform/shown-text";

/** Who speaks for us in a transcript, by the names that chat systems give them. */
const OURS = /\b(agent|bot|support|sales|assistant|operator|rep|system|host|team)\b/i;
const SPEAKER =
  /^\s*(?:\[[^\]]*\]\s*)?([\p{L}][\p{L}\p{N} .'’_-]{0,40}?)(?:\s*\([^)]*\))?(?::\s+|：\s*)(.*)$/u;
/** Where a sentence is over. */
const AFTER_END = /(?<=[.!?。！？])/;
/** A sentence that asks, and is more than its mark. */
const QUESTION = /[^?？\s]\s*[?？]$/;
const LONGEST_QUESTION = 90;

/** What the lead said, line by line; a line without a speaker belongs to the one before it. */
export function leadSays(transcript: string): string[] {
  let speaking = true;
  const lines: string[] = [];
  for (const line of transcript.split(/\r?\n/)) {
    const [, speaker, words] = SPEAKER.exec(line) ?? [];
    if (speaker !== undefined) speaking = !OURS.test(speaker);
    if (speaking) lines.push(words ?? line);
  }
  return lines;
}

/**
 * The first question that the lead asked in a chat, in its own words, or null. One that is too
 * long to be read at a glance is cut at a word and ends in an ellipsis.
 */
export function questionIn(transcript: string): string | null {
  for (const line of leadSays(transcript)) {
    // Cut first: one pattern for all of it would take days for a line of letters without an end.
    const question = line.split(AFTER_END).find((sentence) => QUESTION.test(sentence));
    if (question) return clip(question.trim(), LONGEST_QUESTION);
  }
  return null;
}

/** A text on one line, doing nothing to the words around it, of at most `longest` characters, cut at a word. */
export function clip(given: string, longest: number): string {
  const text = shownLine(given);
  if (text.length <= longest) return text;
  const cut = text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const word = cut.lastIndexOf(" ");
  return `${(word > longest / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

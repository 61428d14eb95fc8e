/** Words to be written into a text: as a sentence of their own, or inside one. */
export type Words = { sentence: string; clause: string };

/**
 * A text with words put in at the caret, in place of what is selected, and where the caret is then.
 * Between sentences they are one themselves; inside one they go on in it.
 */
export function insertion(
  text: string,
  { from, to }: { from: number; to: number },
  words: Words,
): { text: string; caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const begins = /(^|[.!?…”]\s*)$/.test(before.trimEnd()) || before.trim() === "";
  const put = begins ? words.sentence : words.clause;
  const gap = before === "" || /\s$/.test(before) ? "" : " ";
  const rest = after === "" || /^[\s.,;:!?…]/.test(after) ? "" : " ";
  const until = `${before}${gap}${put}`;
  return { text: `${until}${rest}${after}`, caret: until.length };
}

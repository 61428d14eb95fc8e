/** A text with every word between single spaces, so that whole words can be looked for. */
export function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/**
 * True where a text, as `spaced` gives it, has one of the words: a whole word or words, or the
 * beginning of one where it ends in an asterisk ('manufactur*').
 */
export function mentions(spacedText: string, words: readonly string[]): boolean {
  return words.some((word) =>
    word.endsWith("*")
      ? spacedText.includes(` ${word.slice(0, -1).toLowerCase()}`)
      : spacedText.includes(` ${word.toLowerCase()} `),
  );
}

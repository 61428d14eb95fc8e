/** A text with every word between single spaces, so that whole words can be looked for. */
export function spaced(text: string): string {
  return ` ${text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** A model's lists stay while thousands of texts are compared with them. */
const LOOKED_FOR = new WeakMap<readonly string[], string[]>();

/** Words as they stand in a spaced text: 'e-commerce' is two of them there. */
function lookedFor(words: readonly string[]): string[] {
  const known = LOOKED_FOR.get(words);
  if (known) return known;
  const found = words.map((word) => (word.endsWith("*") ? spaced(word).trimEnd() : spaced(word)));
  LOOKED_FOR.set(words, found);
  return found;
}

/**
 * True where a text, as `spaced` gives it, has one of the words: a whole word or words, or the
 * beginning of one where it ends in an asterisk ('manufactur*').
 */
export function mentions(spacedText: string, words: readonly string[]): boolean {
  return lookedFor(words).some((word) => spacedText.includes(word));
}

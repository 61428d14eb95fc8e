/** Words that join parts of a family name and stay small inside a full name. */
const PARTICLES = new Set(
  "van von der den de del della di da do dos das du la le los las el y e af av ter ten zu zur zum bin ibn bint al بن ابن آل".split(
    " ",
  ),
);

/** A Roman numeral or a degree keeps its capitals. */
const NUMERAL = /^(?:ii|iii|iv|vi|vii|viii)$/i;

/** The Dutch short forms of het and des: van 't Hof, van 's Gravesande. */
const SHORTENED = /^['’‘][ts]$/i;

/** True where a word is a particle of a family name (van, de la, bin, 't). */
export const isParticle = (word: string): boolean =>
  PARTICLES.has(word.toLowerCase()) || SHORTENED.test(word);

/** True where a text has letters of one case only, so that its case says nothing. */
export function isOneCase(text: string): boolean {
  const upper = /\p{Lu}/u.test(text);
  const lower = /\p{Ll}/u.test(text);
  return upper !== lower;
}

/** One part of a name between hyphens and apostrophes, with a capital first. */
export function capitalised(part: string): string {
  // Turkish İ falls apart into i and a dot above in the root locale.
  const small = part.toLowerCase().replaceAll("i\u0307", "i");
  const [first = "", ...rest] = small;
  const capital = first.toUpperCase();
  // Some letters become two (ŉ, ß); then the small one stays.
  const word = ([...capital].length === 1 ? capital : first) + rest.join("");
  // In Dutch the two are one letter.
  return word
    .replace(/^Ij(?=\p{Ll})/u, "IJ")
    .replace(/^Mc(\p{Ll})(?=\p{Ll}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/**
 * A person's name in proper case. Meant for names that came in one case (INGRID SOLBERG); one in
 * mixed case is its owner's spelling and should not be passed in.
 */
export function properNameCase(name: string): string {
  const words = name.split(" ");
  return words
    .map((word, index) => {
      if (NUMERAL.test(word)) return word.toUpperCase();
      if (index > 0 && index < words.length - 1 && isParticle(word)) return word.toLowerCase();
      return word
        .split(/([-'’.])/)
        .map(capitalised)
        .join("");
    })
    .join(" ");
}

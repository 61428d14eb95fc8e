/**
 * Scripts in which a zero-width joiner or non-joiner between two letters is spelling, not noise
 * (Unicode Standard Annex 31, section 2.3).
 */
const JOINING = [
  ..."Arabic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu".split(" "),
  ..."Kannada Malayalam Sinhala Khmer Mongolian".split(" "),
].map((script) => `\\p{Script=${script}}`);

const NEIGHBOUR = `[${JOINING.join("")}\\p{M}]`;
const STRAY_JOINER = new RegExp(
  `(?<!${NEIGHBOUR})[\\u200C\\u200D]|[\\u200C\\u200D](?!${NEIGHBOUR})`,
  "gu",
);

/** Zero-width, bidirectional and other characters that show nothing, the two joiners aside. */
const INVISIBLE = /(?!\u200C|\u200D)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CONTROL = /(?!\s)\p{Cc}/gu;

/**
 * The normal form of a short text that a person typed: NFC, on one line, single spaces, nothing
 * invisible that could hide, reverse or split it. The original stays with the caller.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, "")
    .replace(CONTROL, "")
    .replace(STRAY_JOINER, "")
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFC");
}

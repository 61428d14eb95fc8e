/**
 * Characters that act on what stands around them instead of being seen: controls, directions that
 * are forced on the text after them (Unicode Standard Annex 9), zero-width ones, tags and noncharacters
 * of formatting. The joiner stays for emoji and scripts that spell with it, as do emoji's own
 * variation selectors.
 */
const ACTING =
  /(?!\n|\t|\u200C|\u200D|[\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A joiner, or a mark on top of others, is spelling a few times over and noise beyond. */
const PILED = /(?:\u200C|\u200D|\p{M}){8,}/gu;

/**
 * A text from outside as it may stand among other words on a page or in an export: whatever it was
 * given with is kept where it is stored, and does nothing here. Lines stay lines.
 */
export function shownText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(ACTING, "")
    .replace(PILED, (pile) => [...pile].slice(0, 8).join(""));
}

/** The same on one line. */
export function shownLine(text: string): string {
  return shownText(text).replace(/\s+/gu, " ").trim();
}

/** A text with a capital at its beginning, as a sentence or a label has one. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text of at most `longest` characters, whole characters only; what was cut ends in an ellipsis. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  return `${cut.trimEnd()}…`;
}

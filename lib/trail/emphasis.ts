/** What a lead did knowingly towards us, and will not mind being reminded of. */
const DECLARED = /^(Asked|Downloaded|Attended|Registered|Chatted)\b/;
/** Reading that says what it is about: prices, security, integrations, a comparison. */
const THEMED = /\/(pricing|plans|security|compliance|trust|integrations?|api)\b|comparison with/;

/** True where the wording tells of something that the lead did knowingly towards us. */
export function isDeclared(text: string): boolean {
  return DECLARED.test(text);
}

/**
 * How much a wording deserves to be told first: 3 for what the lead asked, 2 for what else it did
 * knowingly, 1 for reading with a theme, 0 for the rest. A trail itself is told by time.
 */
export function emphasis(text: string): 0 | 1 | 2 | 3 {
  if (text.startsWith("Asked")) return 3;
  if (isDeclared(text)) return 2;
  return THEMED.test(text) ? 1 : 0;
}

/** The wordings with the most emphasis first; of equal ones the order stays. */
export function emphasised(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => emphasis(b) - emphasis(a));
}

/** What a lead did knowingly towards us, and will not mind being reminded of. */
const DECLARED = /^(Asked|Downloaded|Attended|Registered|Chatted|Subscribed)\b/;
/** Every way in which a wording begins that tells of the lead's own doing. */
const DEED =
  /^(Asked|Downloaded|Attended|Registered|Chatted|Subscribed|Read|Looked|Clicked|Filled)\b/;
/** Reading that says what it is about: prices, security, integrations, a comparison. */
const THEMED =
  /^Read .*\/(pricing|plans|security|compliance|trust|integrations?|api)\b|^Read (our|a) comparison with/;

/** True where the wording tells of something that the lead did knowingly towards us. */
export function isDeclared(text: string): boolean {
  return DECLARED.test(text);
}

/** True where the wording tells of something the lead did, and not of what was decided about it. */
export function isDeed(text: string): boolean {
  return DEED.test(text) && !text.includes("this lead");
}

/**
 * How much a wording deserves to be told first: 3 for what the lead asked, 2 for what else it did
 * knowingly, 1 for reading with a theme, 0 for the rest. A trail itself is told by time.
 */
function emphasis(text: string): 0 | 1 | 2 | 3 {
  if (text.startsWith("Asked")) return 3;
  if (isDeclared(text)) return 2;
  return THEMED.test(text) ? 1 : 0;
}

/** The wordings with the most emphasis first; of equal ones the order stays. */
export function emphasised(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => emphasis(b) - emphasis(a));
}

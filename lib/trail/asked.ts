/** What forms ask for, by the words in their names; the first that fits wins. Data. */
const REQUESTS: readonly [pattern: RegExp, text: string][] = [
  [/\bdemo\b/i, "Asked for a demo"],
  [/\b(free )?trial\b/i, "Asked for a trial"],
  [/\b(quote|pricing request|price request)\b/i, "Asked for a quote"],
  [/\b(proof of concept|pilot)\b/i, "Asked for a pilot"],
  [/\b(call ?back|call me)\b/i, "Asked to be called back"],
  [/\b(contact|talk to|get in touch|speak to)\b/i, "Asked to be contacted"],
  [/\bnewsletter\b/i, "Subscribed to the newsletter"],
];

const NAMED = [
  /^(.+?) requests?( form)?$/i,
  /^(?:request|ask for|get)(?: the| a| an| our)? (.+?)( form)?$/i,
];

/** The thing that a form asks for by name: 'Security pack request' asks for 'Security pack'. */
export function requested(form: string): string | null {
  if (REQUESTS.some(([pattern]) => pattern.test(form))) return null;
  for (const pattern of NAMED) {
    const thing = pattern.exec(form.trim())?.[1];
    if (thing) return thing;
  }
  return null;
}

/** Proper names and abbreviations keep their capitals: 'SOC 2 report', 'Security pack'. */
function inSentence(thing: string): string {
  const [first = ""] = thing.split(" ");
  return /^\p{Lu}\p{Ll}+$/u.test(first) ? thing[0]?.toLowerCase() + thing.slice(1) : thing;
}

/**
 * What filling in a form asked for, in the past tense, read off the form's name: 'Security pack
 * request' becomes 'Asked for the security pack'. Null where the name does not tell.
 */
export function asked(form: string): string | null {
  const known = REQUESTS.find(([pattern]) => pattern.test(form));
  if (known) return known[1];
  const thing = requested(form);
  return thing ? `Asked for the ${inSentence(thing)}` : null;
}

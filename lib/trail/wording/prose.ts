/** Inside a sentence: without the capital that a wording's verb has at its beginning. */
export function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What a thing or a field is called, inside a sentence: 'direct phone', but 'LinkedIn profile' and 'CRM match'. */
export function thingInSentence(thing: string): string {
  const [first = ""] = thing.split(" ");
  return /^\p{Lu}\p{Ll}*,?$/u.test(first) ? inSentence(thing) : thing;
}

/** 'a', 'a and b', 'a, b and c'. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** With the full stop it lacks; a quoted question at its end is end enough. */
export function sentence(text: string): string {
  return /[.?!…。？！]”?$/.test(text) ? text : `${text}.`;
}

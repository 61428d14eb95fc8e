/** Inside a sentence: without the capital that a wording's verb has at its beginning. */
export function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
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

/** The words of a list that is kept as a text, with white space between them. */
export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter(Boolean));

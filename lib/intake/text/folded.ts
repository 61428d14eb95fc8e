/** A text without case, accents, spaces and signs: what two spellings of it have in common. */
export const folded = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

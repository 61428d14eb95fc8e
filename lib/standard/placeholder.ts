/**
 * Words that people and systems type where they have nothing to say. Compared without case,
 * spaces and punctuation, so that 'N/A', 'n.a.' and ' NA ' are one.
 */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  `na none null nil undefined unknown tbd tba tbc todo test testing x xx xxx xxxx y z
   asdf asdfasdf qwerty qwertz abc abcd aaa notavailable notapplicable notprovided notset
   nodata noname notgiven select pleaseselect selectone choose other n empty blank string
   firstname lastname fullname name yourname company companyname mycompany yourcompany
   jobtitle title placeholder dummy sample example foo bar foobar me self private keine ninguno
   aucun nicht inconnu sconosciuto desconocido 000 0000 00000 123 1234 12345 123456`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * True where a text is no value (spec C: 'N/A', 'TBD', 'x', '-'): empty, without a letter or
 * digit, or one of the words that stand for nothing.
 */
export function isPlaceholder(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (bare === "") return true;
  return PLACEHOLDERS.has(bare);
}

const any = (text: string, flags = "i") =>
  new RegExp(`^(?:${text.trim().split(/\s+/).join("|")})\\.?$`, flags);

const HONORIFIC = any(`
  mr mrs ms miss mx dr dra prof professor sir madam rev reverend hon capt captain col lt maj sgt
  herr frau fru hr ing dipl-ing dipl\\.-ing dipl\\.-kfm dipl-kfm dr-ing dr\\.-ing mag lic arq
  monsieur madame mme mlle sr sra srta don doña dott dott\\.ssa avv pan pani h\\.c med
`);
const CREDENTIAL = any(`
  ph\\.?d mba m\\.?sc b\\.?sc m\\.?eng b\\.?eng cpa cfa pmp esq esquire llm ll\\.m cissp acca aca sphr phr
  shrm-cp shrm-scp p\\.?eng ceng obe mbe cbe dvm dds ret
`);
/** Degrees that are also names (Jack Ma), and so are degrees after a comma only. */
const CREDENTIAL_AFTER_COMMA =
  /,\s*(?:m\.?d|m\.?a|b\.?a|b\.?s|d\.?d\.?s|r\.?n|j\.?d|p\.?e|q\.?c|k\.?c)\.?$/i;
/** She/her, er/ihm: how to speak of a person, and no part of the name. */
const PRONOUNS = /\s*[([](?:\p{L}{1,6}\s?\/\s?){1,2}\p{L}{1,6}[)\]]/gu;
/** A name to be called by, between the given and the family name. */
const NICKNAME = /(?<=\S)\s+(?:\([^)]*\)|["“”][^"“”]*["“”])(?=\s\S)/gu;
/** Polite endings that people put to East Asian names. */
const POLITE =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2})\s?(?:様|さん|氏|先生|님|씨)$/u;
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]+/gu;

/** A name without titles before and degrees after it, where a name is left. */
export function withoutTitles(name: string): string {
  const bare = name.replace(PRONOUNS, "").replace(NICKNAME, "").replace(POLITE, "");
  const words = bare
    .replace(PICTURES, " ")
    .replace(/,\s*(?=(?:jr|sr|ii|iii|iv)\.?$)/i, " ")
    .replace(CREDENTIAL_AFTER_COMMA, "")
    .trim()
    .split(/\s+/);
  while (words.length > 1 && HONORIFIC.test(words[0] ?? "")) words.shift();
  while (words.length > 1 && CREDENTIAL.test((words.at(-1) ?? "").replace(/,$/, ""))) words.pop();
  return words.join(" ").replace(/[,;\s]+$/, "");
}

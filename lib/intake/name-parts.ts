import { isParticle } from "./name-case";

export type NameParts = { given: string; family: string };

const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|herr|frau|fru|monsieur|madame|mme|mlle|sr|sra|srta|dott)\.?$/i;
const CREDENTIAL = /^(?:ph\.?d|mba|m\.?sc|b\.?sc|cpa|cfa|pmp|esq|llm|cissp)\.?$/i;
/** Degrees that are also names (Jack Ma), and so are degrees after a comma only. */
const CREDENTIAL_AFTER_COMMA = /,\s*(?:m\.?d|m\.?a|b\.?a|d\.?d\.?s|r\.?n|j\.?d)\.?$/i;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Chinese family names of two characters, and Korean ones; every other one has a single one. */
const LONG_FAMILY_NAMES = new Set(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 司徒 皇甫 尉迟 公孙 公孫 慕容 令狐 宇文 长孙 東方 东方 남궁 황보 제갈 선우 독고".split(
    " ",
  ),
);

/** A name without titles before and degrees after it, where a name is left. */
export function withoutTitles(name: string): string {
  const words = name
    .replace(/,\s*(?=(?:jr|sr|ii|iii|iv)\.?$)/i, " ")
    .replace(CREDENTIAL_AFTER_COMMA, "")
    .split(" ");
  while (words.length > 1 && HONORIFIC.test(words[0] ?? "")) words.shift();
  while (words.length > 1 && CREDENTIAL.test((words.at(-1) ?? "").replace(/,$/, ""))) words.pop();
  return words.join(" ").replace(/[,;\s]+$/, "");
}

/** Splits a full name; null where it is a single word that cannot be told apart. */
export function nameParts(full: string): NameParts | null {
  const swapped = /^([^,]+),\s*([^,]+)$/.exec(full);
  if (swapped) return { family: swapped[1]?.trim() ?? "", given: swapped[2]?.trim() ?? "" };
  const words = full.replaceAll(",", "").split(" ");
  if (isEastAsian(full)) return eastAsianParts(words);
  let last = words.length - 1;
  while (last > 1 && GENERATION.test(words[last] ?? "")) last -= 1;
  if (last < 1) return null;
  const particle = words.findIndex((word, index) => index > 0 && index < last && isParticle(word));
  const start = particle > 0 ? particle : last;
  return { given: words.slice(0, start).join(" "), family: words.slice(start).join(" ") };
}

/** True where a name is written in Han, kana or Hangul, which put the family name first. */
export const isEastAsian = (name: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々・\s]+$/u.test(name);

function eastAsianParts(words: string[]): NameParts | null {
  const [first = "", ...rest] = words;
  if (rest.length > 0) return { family: first, given: rest.join(" ") };
  const characters = [...first];
  if (characters.length < 2 || characters.length > 5) return null;
  const kana = /^(\p{Script=Han}+)([\p{Script=Hiragana}\p{Script=Katakana}ー]+)$/u.exec(first);
  if (kana) return { family: kana[1] ?? "", given: kana[2] ?? "" };
  const long = LONG_FAMILY_NAMES.has(characters.slice(0, 2).join("")) && characters.length > 2;
  // Four characters without a space are mostly a Japanese name of two and two.
  const length = long || characters.length > 3 ? 2 : 1;
  return { family: characters.slice(0, length).join(""), given: characters.slice(length).join("") };
}

import { isParticle } from "./name-case";

export type NameParts = { given: string; family: string };
/** Which name comes first where a person lives. */
export type NameOrder = "given first" | "family first";

const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Chinese family names of two characters, and Korean ones; every other one has a single one. */
const LONG_FAMILY_NAMES = new Set(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 司徒 皇甫 尉迟 公孙 公孫 慕容 令狐 宇文 长孙 東方 东方 남궁 황보 제갈 선우 독고".split(
    " ",
  ),
);

/** Splits a full name; null where it is a single word that cannot be told apart. */
export function nameParts(full: string, order: NameOrder = "given first"): NameParts | null {
  const swapped = /^([^,]+),\s*([^,]+)$/.exec(full);
  if (swapped) return { family: swapped[1]?.trim() ?? "", given: swapped[2]?.trim() ?? "" };
  const words = full.replaceAll(",", "").split(" ").filter(Boolean);
  if (isEastAsian(full)) return eastAsianParts(words);
  if (words.length < 2) return null;
  const capitals = inCapitals(words);
  if (capitals) return capitals;
  if (order === "family first") return { family: words[0] ?? "", given: words.slice(1).join(" ") };
  let last = words.length - 1;
  while (last > 1 && GENERATION.test(words[last] ?? "")) last -= 1;
  const particle = words.findIndex((word, index) => index > 0 && index < last && isParticle(word));
  const start = particle > 0 ? particle : last;
  return { given: words.slice(0, start).join(" "), family: words.slice(start).join(" ") };
}

/** Many write the family name in capitals so that nobody takes the other for it: WANG Xiaoming. */
function inCapitals(words: readonly string[]): NameParts | null {
  const isLoud = (word: string) => /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(word) && !GENERATION.test(word);
  const loud = words.map(isLoud);
  const first = loud.indexOf(true);
  const last = loud.lastIndexOf(true);
  if (first < 0 || loud.slice(first, last + 1).includes(false)) return null;
  const others = words.filter((_, index) => index < first || index > last);
  if (others.length === 0 || (first > 0 && last < words.length - 1)) return null;
  if (others.some((word) => !/\p{Ll}/u.test(word))) return null;
  const family = words.slice(first, last + 1).join(" ");
  return { given: others.join(" "), family };
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

import { capitalised, isOneCase } from "../person-names/name-case";
import { BRANDS, SHORT_WORDS, SMALL } from "./brands";

/**
 * The name in proper case where its letters are all of one case; as it is where they are mixed.
 * `goesOn` where a designator follows the name: then its last word is not the last.
 */
export function companyCase(name: string, goesOn = false): string {
  if (!isOneCase(name)) return name;
  const capitals = !/\p{Ll}/u.test(name);
  return name
    .split(" ")
    .map((word, index, words) =>
      wordCase(
        word,
        capitals,
        index === 0 ? "first" : goesOn || index < words.length - 1 ? "inside" : "last",
      ),
    )
    .join(" ");
}

function wordCase(word: string, capitals: boolean, place: "first" | "inside" | "last"): string {
  const small = word.toLowerCase();
  const brand = BRANDS.get(small) ?? BRANDS.get(small.replace(/[.,]$/, ""));
  if (brand) return brand + (BRANDS.has(small) ? "" : small.slice(-1));
  if (place === "inside" && SMALL.has(small)) return small;
  // Nothing follows that a preposition could stand for: US Bancorp DE.
  if (place === "last" && capitals && small.length === 2 && SMALL.has(small)) return word;
  if (capitals && isAbbreviation(word)) return word;
  return small
    .split(/([-/&+'’.()])/)
    .map(partCase)
    .join("");
}

/** Vowels of the scripts that have capitals, Y and its like among them. */
const VOWEL = /[AEIOUYÆØŒАЕИОУЫЭЮЯЄІΑΕΗΙΟΥΩ]/u;

/** What nobody pronounces as a word: BDO, J.P., 4G, HSBC. */
function isAbbreviation(word: string): boolean {
  const letters = word.replace(/\P{L}/gu, "");
  if (SHORT_WORDS.has(letters.toLowerCase())) return false;
  if (/^(?:\p{L}\.)+\p{L}?\.?$/u.test(word)) return true;
  if (/^\(?\p{L}+-\p{L}+/u.test(word)) return false;
  const plain = letters.normalize("NFD").replace(/\p{M}/gu, "");
  return letters.length <= 3 || (letters.length <= 5 && !VOWEL.test(plain));
}

/**
 * An ending after a point (booking.com), a genitive (Macy's) and a small word between hyphens
 * (Rent-a-Car) stay small.
 */
function partCase(part: string, index: number, parts: string[]): string {
  const before = parts[index - 1];
  if (before === "." && index === parts.length - 1 && part.length <= 3) return part;
  if ((before === "'" || before === "’") && part.length <= 2) return part;
  if (before === "-" && parts[index + 1] === "-" && SMALL.has(part)) return part;
  return capitalised(part);
}

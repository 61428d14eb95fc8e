import { entryOf } from "@/lib/platform/entry-of";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { folded } from "../text/folded";
import { plainText } from "../text/plain-text";
import { companyCase } from "./company-case";
import { withoutLegalForm } from "./legal-forms";
import { withoutRegistryTag } from "./registry-tag";
import { tradeName } from "./trade-name";

/** Words that belong to a name and are shortened at its end. */
const DESIGNATORS: Record<string, string> = {
  corporation: "Corp",
  corp: "Corp",
  company: "Co",
  co: "Co",
};

/** Co.Ltd. and Corp.Inc. come without a space, too. */
const GLUED_DESIGNATOR = /\b(co\.|corp\.),?(?=(?:ltd|limited|inc|llc|kg)\b)/giu;
/** Alone they stand for nothing, with a legal form for a company: ABC Ltd, X Inc. */
const NAMES_WITH_FORM = new Set("abc abcd x xx xxx y z n me self other private select".split(" "));
const ENTITIES: Record<string, string> = { amp: "&", quot: '"', apos: "'", "#39": "'" };
/** Each pass takes one form or designator off; nobody has more. */
const PASSES = 12;
/** A text longer than this is no name that rules for names could better: it stays as it came. */
const LONGEST_NAME = 300;

/**
 * The normal form of a company's name (spec C1.3): `ACME CORPORATION INC.` becomes `Acme Corp`.
 * Legal forms go, designators stay in short, one-case names get proper case, brands keep their own.
 * Applied to its own answer it changes nothing. Null for a placeholder; the caller keeps the original.
 */
export function companyName(text: string): string | null {
  if (isPlaceholder(text)) return null;
  const typed = plainText(text);
  if (typed.length > LONGEST_NAME) return typed;
  let name = typed.replace(/&(amp|quot|apos|#39);/g, (_, entity: string) => ENTITIES[entity] ?? "");
  // One form may hide another (Acme Ltd Inc), so passes run until nothing is left to do.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = once(name);
    if (next === name) break;
    name = next;
  }
  if (!isPlaceholder(name)) return name;
  const withForm = companyCase(tidied(tradeName(typed)));
  return NAMES_WITH_FORM.has(name.toLowerCase()) && !isPlaceholder(withForm) ? withForm : null;
}

const designator = (word: string | undefined) =>
  entryOf(DESIGNATORS, (word ?? "").toLowerCase().replace(/[.,]/g, ""));

/** The words of a name's normal form that its key is made of: no designator, no `The`, `and` for `&`. */
export function keyWords(name: string): string[] {
  const normal = (companyName(name) ?? "").replace(/^the /i, "").replaceAll("&", " and ");
  const words = normal.split(" ").filter((word) => word !== "");
  while (words.length > 1 && designator(words.at(-1))) words.pop();
  return words;
}

/**
 * What two spellings of one company have in common: the normal form without designator, case,
 * accents, spaces and punctuation. Equal keys are a hint; two companies may share a name.
 */
export const companyKey = (name: string): string => folded(keyWords(name).join(""));

function once(name: string): string {
  const words = withoutLegalForm(withoutRegistryTag(tidied(tradeName(name)))).split(" ");
  if (words.length > 2 && words[0]?.toLowerCase() === "the") words.shift();
  const shortened = designator(words.at(-1));
  if (words.length === 1 || !shortened) return companyCase(words.join(" "));
  // The designator's own case tells nothing about the name's: ACME Corp came in capitals.
  return `${companyCase(words.slice(0, -1).join(" "), true)} ${shortened}`;
}

/** Without quotation marks around it and punctuation left hanging at its ends. */
function tidied(name: string): string {
  const bare = name
    .replace(GLUED_DESIGNATOR, "$1 ")
    .replace(/^["'“”„«»‘’]+(.*?)["'“”„«»‘’]+$/u, "$1")
    .replace(/^[\s,;:|·-]+|[\s,;:|·-]+$/gu, "");
  return /\p{L}\.\p{L}+\.$/u.test(bare) ? bare : bare.replace(/(?<=[^.])\.$/, "");
}

import { isPlaceholder } from "@/lib/standard/placeholder";
import { companyCase } from "./company-case";
import { withoutLegalForm } from "./legal-forms";
import { plainText } from "./plain-text";

/** Words that belong to a name and are shortened at its end. */
const DESIGNATORS: Record<string, string> = {
  corporation: "Corp",
  corp: "Corp",
  company: "Co",
  co: "Co",
};

/** The trade name follows; what stands before is the registered one. */
const TRADING_AS = /^.*\b(?:d\/b\/a|dba|doing business as|t\/a|trading as|o\/a)\b[:.]?\s+(?=\S)/iu;
const FORMERLY = /\s*\((?:formerly|f\/?k\/?a|previously|ehemals|tidligere)\b[^)]*\)/giu;
const ENTITIES: Record<string, string> = { amp: "&", quot: '"', apos: "'", "#39": "'" };
/** Each pass takes one form or designator off; nobody has more. */
const PASSES = 12;

/**
 * The normal form of a company's name (spec C1.3): `ACME CORPORATION INC.` becomes `Acme Corp`.
 * Legal forms go, designators stay in short, one-case names get proper case, brands keep their own.
 * Applied to its own answer it changes nothing. Null for a placeholder; the caller keeps the original.
 */
export function companyName(text: string): string | null {
  if (isPlaceholder(text)) return null;
  let name = plainText(text)
    .replace(/&(amp|quot|apos|#39);/g, (_, entity: string) => ENTITIES[entity] ?? "")
    .replace(FORMERLY, "")
    .replace(TRADING_AS, "");
  // One form may hide another (Acme Ltd Inc), so passes run until nothing is left to do.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = once(name);
    if (next === name) break;
    name = next;
  }
  return isPlaceholder(name) ? null : name;
}

/**
 * What two spellings of one company have in common: the normal form without designator, case,
 * accents and punctuation. Equal keys are a hint; two companies may share a name.
 */
export function companyKey(name: string): string {
  const words = (companyName(name) ?? "").replace(/^the /i, "").replaceAll("&", " and ").split(" ");
  while (words.length > 1 && designator(words.at(-1))) words.pop();
  return words
    .join("")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const designator = (word: string | undefined) =>
  DESIGNATORS[(word ?? "").toLowerCase().replace(/[.,]/g, "")];

function once(name: string): string {
  const words = withoutLegalForm(tidied(name)).split(" ");
  if (words.length > 2 && words[0]?.toLowerCase() === "the") words.shift();
  const shortened = designator(words.at(-1));
  if (words.length === 1 || !shortened) return companyCase(words.join(" "));
  // The designator's own case tells nothing about the name's: ACME Corp came in capitals.
  return `${companyCase(words.slice(0, -1).join(" "))} ${shortened}`;
}

/** Without quotation marks around it and punctuation left hanging at its ends. */
function tidied(name: string): string {
  const bare = name
    .replace(/^["'“”„«»‘’]+(.*?)["'“”„«»‘’]+$/u, "$1")
    .replace(/^[\s,;:|·-]+|[\s,;:|·-]+$/gu, "");
  return /\p{L}\.\p{L}+\.$/u.test(bare) ? bare : bare.replace(/(?<=[^.])\.$/, "");
}

import { capitalised } from "@/lib/platform/shown-text";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { plainText } from "../text/plain-text";
import { NAICS, SIC, wordsOfCode } from "./industry-codes";
import { INDUSTRY_NAMES, industryKey } from "./industry-names";

/** What a source says of a company's industry; codes as text, whole or their beginning. */
export type IndustryGiven = {
  name?: string | null;
  /** The finer word that some sources add: Clearbit's sub-industry. */
  part?: string | null;
  naics?: string | null;
  sic?: string | null;
};

const SEPARATORS = /\s+[–—-]\s+|\s*[>›»→:]\s*|\s+\/\s+|\s*,\s*/u;

/** Small words of a heading stay as they are; a word in capitals is an abbreviation. */
function secondOrder(part: string): string {
  return part
    .split(" ")
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");
}

/** Vertical and second-order vertical as somebody words them, under one form: 'SaaS, HR tech'. */
function worded(name: string): string {
  const [vertical = "", ...parts] = name.split(SEPARATORS).filter((part) => part !== "");
  return [capitalised(vertical), ...parts.map(secondOrder)].join(", ");
}

function fromName(given: string | null | undefined): string | null {
  const name = plainText(given ?? "");
  if (!/\p{L}/u.test(name) || isPlaceholder(name)) return null;
  return INDUSTRY_NAMES.get(industryKey(name)) ?? worded(name);
}

function refined(words: string, part: string | null | undefined): string {
  const finer = plainText(part ?? "");
  const [vertical = "", known] = words.split(", ");
  if (!/\p{L}/u.test(finer) || isPlaceholder(finer) || known) return words;
  if (industryKey(finer) === industryKey(vertical)) return words;
  return `${vertical}, ${secondOrder(finer)}`;
}

/**
 * A company's industry as vertical and second-order vertical (C2.3): 'Technology, IT services' for
 * LinkedIn's 'information technology & services', 'SaaS, HR tech' for 'SaaS – HR Tech', and by
 * code where no name is given. Null where nothing is said.
 */
export function industry({ name, part, naics, sic }: IndustryGiven): string | null {
  const words =
    fromName(name) ??
    (naics ? wordsOfCode(NAICS, naics) : null) ??
    (sic ? wordsOfCode(SIC, sic) : null) ??
    fromName(part);
  return words && refined(words, part);
}

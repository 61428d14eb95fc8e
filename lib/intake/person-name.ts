import { isPlaceholder } from "@/lib/standard/placeholder";
import { isOneCase, properNameCase } from "./name-case";
import { isEastAsian, type NameParts, nameParts, withoutTitles } from "./name-parts";
import { plainText } from "./plain-text";

export type PersonNameAnswer =
  | { ok: true; given: string; family: string; full: string }
  | { ok: false; reason: string };

type Typed = {
  firstName?: string | undefined;
  lastName?: string | undefined;
  /** Both in one. */
  name?: string | undefined;
  /** Only to recognise a 'name' that is the address's local part. */
  email?: string | undefined;
};

const refuse = (reason: string): PersonNameAnswer => ({ ok: false, reason });
/** Family names of one Latin letter that people really have (Korean O, Chinese E, Burmese U). */
const SHORTEST = new Set(["O", "E", "U"]);

/**
 * A person's given and family name (spec C1.1), in their normal form: titles and degrees gone,
 * proper case where the whole came in one case. A single word, a placeholder, an initial and the
 * local part of the email address are no full name.
 */
export function personName(typed: Typed): PersonNameAnswer {
  const parts = partsOf(typed);
  if ("reason" in parts) return refuse(parts.reason);
  const fault = faultOf(parts, typed.email);
  if (fault) return refuse(fault);
  const { given: first, family } = cased(parts);
  const full = isEastAsian(first + family) ? `${family}${first}` : `${first} ${family}`;
  return { ok: true, given: first, family, full };
}

/** The two names as given in two fields, or split from the one that holds both. */
function partsOf({ firstName, lastName, name }: Typed): NameParts | { reason: string } {
  const first = meant(firstName);
  const family = meant(lastName);
  if (first && family) return { given: first, family };
  const whole = meant(name) || first;
  if (!whole) return { reason: family ? "has no given name" : "is empty or a placeholder" };
  if (whole.includes("@")) return { reason: "is an email address" };
  return nameParts(whole) ?? { reason: `is the single word '${whole.slice(0, 40)}'` };
}

function meant(text: string | undefined): string {
  const plain = plainText(text ?? "").replace(/^["'“”]+|["“”]+$/g, "");
  return isPlaceholder(plain) ? "" : withoutTitles(plain);
}

function faultOf({ given: first, family }: NameParts, email: string | undefined): string | null {
  const both = [first, family];
  if (both.some(isPlaceholder)) return "is a placeholder in one part";
  if (both.some((part) => part.includes("@"))) return "is an email address";
  if (both.some((part) => /\p{Nd}/u.test(part))) return "has digits in it";
  if (both.some((part) => !/\p{L}/u.test(part))) return "has a part without letters";
  const local = bare(email?.split("@")[0] ?? "");
  if (local && both.some((part) => bare(part) === local) && bare(first) === bare(family))
    return "is the email address's local part";
  if (/^\p{Script=Latin}\.?$/u.test(first)) return "has only an initial for the given name";
  if (/^\p{Script=Latin}\.?$/u.test(family) && !SHORTEST.has(family))
    return "has only an initial for the family name";
  return null;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function cased({ given: first, family }: NameParts): NameParts {
  if (!isOneCase(`${first} ${family}`)) return { given: first, family };
  const words = properNameCase(`${first} ${family}`).split(" ");
  const length = first.split(" ").length;
  return { given: words.slice(0, length).join(" "), family: words.slice(length).join(" ") };
}

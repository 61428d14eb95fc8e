import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { plainText } from "../text/plain-text";
import { isOneCase, properNameCase } from "./name-case";
import { isEastAsian, type NameOrder, type NameParts, nameParts } from "./name-parts";
import { standInFault } from "./name-standins";
import { withoutTitles } from "./name-titles";

type PersonNameAnswer =
  | { ok: true; given: string; family: string; full: string }
  | { ok: false; reason: string };

type Typed = {
  firstName?: string | undefined;
  lastName?: string | undefined;
  /** Both in one. */
  name?: string | undefined;
  /** Only to recognise a 'name' that is the address's local part. */
  email?: string | undefined;
  /** The order of `name` where its letters do not tell: Nagy Péter, Nguyễn Văn An. */
  order?: NameOrder | undefined;
};

const refuse = (reason: string): PersonNameAnswer => ({ ok: false, reason });
/** Family names of one Latin letter that people really have (Korean O, Chinese E, Burmese U). */
const SHORTEST = new Set(["O", "E", "U"]);
/** The longest full name on record has fewer; a text that is longer is none. */
const LONGEST_NAME = 200;

/**
 * A person's given and family name (spec C1.1), in their normal form: titles and degrees gone,
 * proper case where a part came in one case. A single word, a placeholder, an initial and the
 * local part of the email address are no full name.
 */
export function personName(typed: Typed): PersonNameAnswer {
  const parts = partsOf(typed);
  if ("reason" in parts) return refuse(parts.reason);
  const fault = faultOf(parts, typed.email);
  if (fault) return refuse(fault);
  const { given: first, family } = cased(parts);
  const turned = typed.order === "family first" && !typed.lastName;
  const full = isEastAsian(first + family)
    ? `${family}${first}`
    : turned
      ? `${family} ${first}`
      : `${first} ${family}`;
  return { ok: true, given: first, family, full };
}

/** The two names as given in two fields, or split from the one that holds both. */
function partsOf({
  firstName,
  lastName,
  name,
  email,
  order,
}: Typed): NameParts | { reason: string } {
  if ([firstName, lastName, name].some((text) => text && text.length > 50 * LONGEST_NAME))
    return { reason: "is longer than any name" };
  const first = meant(firstName);
  const family = meant(lastName);
  if ([first, family].some((text) => text.length > LONGEST_NAME))
    return { reason: "is longer than any name" };
  const isTwice = isWhole(first, family) && !isLocalPart([first, family], email);
  if (first && family && !isTwice) return { given: first, family };
  const whole = meant(name) || first;
  if (!whole) return { reason: family ? "has no given name" : "is empty or a placeholder" };
  if (whole.length > LONGEST_NAME) return { reason: "is longer than any name" };
  if (whole.includes("@")) return { reason: "is an email address" };
  return nameParts(whole, order) ?? { reason: onePart(whole) };
}

/** A form filled in twice with the same: 'Ada Lovelace', or a user's name such as 'ada.lovelace'. */
const isWhole = (first: string, family: string) =>
  bare(first) === bare(family) && /\p{L}[\s._]+\p{L}/u.test(first);

const onePart = (whole: string) =>
  `has one part only, '${whole.slice(0, 40)}'; a full name has a given and a family name`;

function meant(text: string | undefined): string {
  const plain = plainText(text ?? "").replace(/^["'“”]+|["“”]+$/g, "");
  return isPlaceholder(plain) ? "" : withoutTitles(plain);
}

/** Signs of markup, formulas and addresses, which no spelling of a name has. */
const NO_NAME = /[<>{}[\]=;|\\/_#$%^*+~!?:"]|\p{Extended_Pictographic}/u;

function faultOf({ given: first, family }: NameParts, email: string | undefined): string | null {
  const both = [first, family];
  if (both.some(isPlaceholder)) return "is a placeholder in one part";
  if (both.some((part) => part.includes("@"))) return "is an email address";
  if (both.some((part) => /\p{Nd}/u.test(part))) return "has digits in it";
  if (both.some((part) => !/\p{L}/u.test(part))) return "has a part without letters";
  if (isLocalPart(both, email)) return "is the email address's local part";
  if (both.some((part) => NO_NAME.test(part))) return "has signs in it that no name has";
  if (/^\p{Script=Latin}\.?$/u.test(first)) return "has only an initial for the given name";
  if (/^\p{Script=Latin}\.?$/u.test(family) && !SHORTEST.has(family))
    return "has only an initial for the family name";
  return standInFault(first, family);
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** True where the address's local part stands in both fields, or with its signs in one of them. */
function isLocalPart(both: readonly string[], email: string | undefined): boolean {
  const local = bare(email?.split("@")[0] ?? "");
  if (!local) return false;
  const same = both.filter((part) => bare(part) === local);
  return same.length === both.length || same.some((part) => /\p{L}[._]\p{L}/u.test(part));
}

/** Each part in proper case where its own letters are all of one case, and that says nothing. */
function cased({ given: first, family }: NameParts): NameParts {
  const words = properNameCase(`${first} ${family}`).split(" ");
  const length = first.split(" ").length;
  const whole = isOneCase(`${first} ${family}`);
  const proper = (part: string, cased: string) =>
    isOneCase(part) && (whole || !isInitials(part)) && !isJoinedInitials(part) ? cased : part;
  return {
    given: proper(first, words.slice(0, length).join(" ")),
    family: proper(family, words.slice(length).join(" ")),
  };
}

/** JR, ANG: capitals of so few letters beside a name in proper case may be meant so. */
const isInitials = (part: string) => /^\p{Lu}{1,2}$/u.test(part) || isJoinedInitials(part);
/** TJ, JP: capitals without a vowel are how people with two initials write themselves. */
const isJoinedInitials = (part: string) => /^[B-DF-HJ-NP-TV-XZ]{2}$/.test(part) && part !== "NG";

import { emailAddress } from "@/lib/intake/emails/email";
import { linkedinProfile } from "@/lib/intake/linkedin";
import type { Subject } from "../provider";
import { isSubjectsCompany } from "./employment";
import type { PersonFacts } from "./person-facts";

/** `same`: this is the lead. `unclear`: nothing says otherwise. `another`: somebody else. */
type Agreement = "same" | "unclear" | "another";

/**
 * Whether a found person is the lead. Providers answer with their nearest match, and may be wrong:
 * the address decides, then the profile, then the name with the employer. Somebody of the same name
 * elsewhere is another person.
 */
export function agreement(found: PersonFacts, subject: Subject): Agreement {
  const certain = found.certain ? "same" : "unclear";
  const email = equal(addressOf(found.email), addressOf(subject.email));
  if (email) return certain;
  if (equal(profileOf(found.linkedin), profileOf(subject.linkedin))) return certain;
  const named = nameAgreement(nameOf(found), subject.fullName);
  if (named === false) return "another";
  if (named === null) return email === false ? "another" : "unclear";
  const colleague = isSubjectsCompany(found.employer, subject);
  if (colleague === null) return "unclear";
  return colleague ? certain : "another";
}

const equal = (one: string | null, other: string | null) =>
  one === null || other === null ? null : one === other;

function addressOf(email: string | null): string | null {
  const answer = email ? emailAddress(email) : null;
  return answer?.ok ? answer.address : null;
}

function profileOf(address: string | null): string | null {
  const answer = address ? linkedinProfile(address) : null;
  return answer?.ok ? answer.url : null;
}

const nameOf = ({ fullName, firstName, lastName }: PersonFacts) =>
  fullName ?? ([firstName, lastName].filter(Boolean).join(" ") || null);

/**
 * Whether two full names may be one person's: every word of the shorter one, or an initial for it,
 * is in the longer one. Null where one is missing or a single word, or they are in different scripts.
 */
export function nameAgreement(one: string | null, other: string | null): boolean | null {
  const [shorter = [], longer = []] = [words(one), words(other)].toSorted(
    (left, right) => left.length - right.length,
  );
  if (shorter.length === 0 || isLatin(shorter) !== isLatin(longer)) return null;
  if (shorter.join("") === longer.join("")) return true;
  const meets = (word: string) =>
    longer.some((other) => other === word || initial(word, other) || initial(other, word));
  if (!shorter.every(meets)) return false;
  return shorter.length > 1 ? true : null;
}

const initial = (short: string, word: string) => short.length === 1 && word.startsWith(short);
const isLatin = (name: readonly string[]) => /\p{Script=Latin}/u.test(name.join(""));

/** Letters that have no decomposition, and are written in more than one way. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

function words(name: string | null): string[] {
  return (name ?? "")
    .toLowerCase()
    .replace(/[øæœßłđðþ]/g, (letter) => SPELLINGS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

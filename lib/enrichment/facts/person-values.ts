import { companyName } from "@/lib/intake/company-names/company-name";
import { emailAddress } from "@/lib/intake/emails/email";
import { languageAndRegion } from "@/lib/intake/language-and-region/locale";
import { linkedinProfile } from "@/lib/intake/linkedin";
import { personName } from "@/lib/intake/person-names/person-name";
import { plainText } from "@/lib/intake/text/plain-text";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import type { GivenValue, GivenValues, Subject } from "../provider";
import { callableNumber } from "./callable-number";
import { registrable } from "./employment";
import { enriched } from "./enriched";
import type { PersonFacts } from "./person-facts";

const LONGEST_TITLE = 200;

/** What is known of the match: whether it is surely the lead, and whether they still work there. */
export type Standing = { sure: boolean; atCompany: boolean | null };

/**
 * A person's facts as values of our fields, made uniform by the same rules as what a form brings;
 * what does not pass them is left out. A title and numbers belong to an employment: those of
 * another company are not this lead's (C1.2, C1.5). A title is verified where the employment is
 * known to be at the lead's company.
 */
export function personValues(
  facts: PersonFacts,
  subject: Subject,
  standing: Standing,
): GivenValues {
  const { sure, atCompany } = standing;
  const here = atCompany !== false && !facts.hasLeft;
  const country = languageAndRegion(undefined, facts.country ?? undefined)?.region ?? null;
  const given = {
    "C1.1": nameValue(facts, subject, sure),
    "C1.2": here ? titleValue(facts, sure && atCompany === true) : null,
    "C1.3": here ? companyValue(facts, subject, standing) : null,
    "C1.4": here && !subject.email ? emailValue(facts, subject) : null,
    "C1.5": here ? callableNumber(facts, country, sure) : null,
    "C1.6": linkedinValue(facts, sure),
    "C1.7": country ? enriched({ language: null, region: country }, sure) : null,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function nameValue(facts: PersonFacts, { email }: Subject, sure: boolean): GivenValue | null {
  const answer = personName({
    firstName: facts.firstName ?? undefined,
    lastName: facts.lastName ?? undefined,
    name: facts.fullName ?? undefined,
    email: email ?? undefined,
  });
  return answer.ok
    ? enriched(answer.full, sure, { given: answer.given, family: answer.family })
    : null;
}

function titleValue({ title, asOf }: PersonFacts, verified: boolean): GivenValue | null {
  const plain = plainText(title ?? "");
  if (isPlaceholder(plain) || plain.length > LONGEST_TITLE) return null;
  return enriched(plain, verified, asOf ? { asOf } : undefined);
}

/** The employer's name where it is the lead's company, or of a lead of whose company nothing is known. */
function companyValue(
  { employer }: PersonFacts,
  { companyName: named, domain }: Subject,
  { sure, atCompany }: Standing,
): GivenValue | null {
  const name = employer.name ? companyName(employer.name) : null;
  const open = sure && !named && !domain;
  return name && (atCompany || open)
    ? enriched(name, sure && atCompany === true, { original: employer.name })
    : null;
}

/** Only for a lead without an address, only one at its company, and for a verifier to confirm (C1.4). */
function emailValue({ email }: PersonFacts, subject: Subject): GivenValue | null {
  const answer = email ? emailAddress(email) : null;
  if (!answer?.ok || answer.role || !subject.domain) return null;
  if (!registrable([answer.domain]).includes(subject.domain)) return null;
  return enriched(answer.address, false, { deliverability: "unknown", reason: "not_checked" });
}

function linkedinValue({ linkedin }: PersonFacts, verified: boolean): GivenValue | null {
  const answer = linkedin ? linkedinProfile(linkedin) : null;
  return answer?.ok ? enriched(answer.url, verified) : null;
}

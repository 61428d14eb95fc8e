import type { Answer, GivenValues, Subject } from "../provider";
import type { CompanyFacts } from "./company-facts";
import { companyValues } from "./company-values";
import { isSubjectsCompany } from "./employment";

/** What a provider of companies may fill, unless an admin says otherwise: a name only where there is none. */
export const COMPANY_FILLS = {
  "C1.3": "blank",
  "C2.1": "refresh",
  "C2.2": "refresh",
  "C2.3": "refresh",
  "C2.4": "refresh",
} as const;

/** The values of a company that came along with a person; none where it is not the lead's. */
export function companyAlong(facts: CompanyFacts | null, subject: Subject): GivenValues {
  return facts && isSubjectsCompany(facts, subject) ? companyValues(facts) : {};
}

/**
 * A provider's answer about a company, from its facts: found where it is the lead's company and
 * something of it is usable. `aside` is said behind the rest.
 */
export function companyAnswer(facts: CompanyFacts, subject: Subject, aside = ""): Answer {
  if (isSubjectsCompany(facts, subject) === false) {
    return { answer: "no_match", words: "Its nearest match is another company." };
  }
  const values = companyValues(facts);
  if (Object.keys(values).length === 0) {
    return { answer: "no_match", words: "Knows the company, but nothing usable." };
  }
  return { answer: "found", words: `Knows the company${aside ? `; ${aside}` : ""}.`, values };
}

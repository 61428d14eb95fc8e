import type { Answer, GivenValues, Subject } from "../provider";
import { agreement } from "./agreement";
import { hasForbiddenNumber } from "./callable-number";
import { isSubjectsCompany } from "./employment";
import type { PersonFacts } from "./person-facts";
import { personValues, type Standing } from "./person-values";

/**
 * A provider's answer about a person, from its facts: found with what can be used, or no match
 * where it is somebody else or nothing of it is usable. `company` are values that came along of a
 * company that is surely the lead's; `aside` is said behind the rest.
 */
export function personAnswer(
  facts: PersonFacts,
  subject: Subject,
  company: GivenValues = {},
  aside: readonly string[] = [],
): Answer {
  const agreed = agreement(facts, subject);
  if (agreed === "another") return withoutPerson(company, "Its nearest match is another person.");
  const atCompany = isSubjectsCompany(facts.employer, subject);
  const standing = { sure: agreed === "same", atCompany };
  const values = { ...company, ...personValues(facts, subject, standing) };
  const notes = [...remarks(facts, standing), ...aside];
  if (Object.keys(values).length === 0) {
    return { answer: "no_match", words: sentence("Knows the person, but nothing usable", notes) };
  }
  return { answer: "found", words: sentence(opening(standing), notes), values };
}

/** The answer where there is no person to speak of, but perhaps the lead's company. */
export function withoutPerson(company: GivenValues, words: string): Answer {
  if (Object.keys(company).length === 0) return { answer: "no_match", words };
  return { answer: "found", words: "Knows the company, not the person.", values: company };
}

const opening = ({ sure }: Standing) =>
  sure ? "Knows the person" : "Knows a person who may be the lead, so nothing counts as verified";

/** What was left out, and why, for whoever wonders where it is. */
function remarks(facts: PersonFacts, { atCompany }: Standing): string[] {
  const moved = facts.hasLeft || atCompany === false;
  return [
    ...(moved && facts.title ? ["the title is at another company and was left out"] : []),
    ...(hasForbiddenNumber(facts) ? ["a number that must not be called was left out"] : []),
  ];
}

const sentence = (opening: string, notes: readonly string[]) =>
  `${[opening, ...notes].join("; ")}.`;

import { companyName } from "@/lib/intake/company-name";
import type { GivenValue, GivenValues } from "../provider";
import type { CompanyFacts } from "./company-facts";
import { enriched } from "./enriched";
import { industryWords } from "./industry-words";
import { revenueBandWords, revenueWords } from "./revenue-words";
import { technologyWords } from "./technology-words";

/** No employer has more; a larger number counts something else. */
const MOST_EMPLOYEES = 5_000_000;

/**
 * A company's facts as values of our fields (C1.3, C2.1 to C2.4), for a company that is known to be
 * the lead's. What does not pass our own rules is left out. Where it sits says nothing about where
 * the lead works, so it gives no region.
 */
export function companyValues(facts: CompanyFacts): GivenValues {
  const name = facts.name ? companyName(facts.name) : null;
  const industry = industryWords(facts.industries);
  const technologies = technologyWords(facts.technologies);
  const given = {
    "C1.3": name ? enriched(name, true, { original: facts.name }) : null,
    "C2.1": employeesValue(facts.employees),
    "C2.2": revenueValue(facts),
    "C2.3": industry ? enriched(industry, true) : null,
    "C2.4": technologies.length > 0 ? enriched(technologies, true) : null,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function employeesValue(employees: number | null): GivenValue | null {
  const count = employees === null ? 0 : Math.round(employees);
  return count >= 1 && count <= MOST_EMPLOYEES ? enriched(count, true) : null;
}

function revenueValue(facts: CompanyFacts): GivenValue | null {
  const { revenueUsd, revenueBand, revenueEstimated: estimated } = facts;
  const exact = revenueUsd === null ? null : revenueWords(revenueUsd);
  if (exact) return enriched(exact, true, { estimated });
  const band = revenueBand ? revenueBandWords(revenueBand) : null;
  return band ? enriched(band, true, { estimated: true }) : null;
}

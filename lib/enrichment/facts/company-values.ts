import { employeeValue } from "@/lib/intake/company-intelligence/employee-count";
import { industry } from "@/lib/intake/company-intelligence/industry";
import { toolNames } from "@/lib/intake/company-intelligence/tool-name";
import { companyName } from "@/lib/intake/company-names/company-name";
import { plainText } from "@/lib/intake/text/plain-text";
import { revenueValue } from "@/lib/scoring/icp/revenue-band";
import type { GivenValue, GivenValues } from "../provider";
import type { CompanyFacts } from "./company-facts";
import { enriched } from "./enriched";

/** No company's revenue reaches ten times the largest known; a larger figure is in another unit. */
const MOST_REVENUE_USD = 1e13;
const LONGEST_WORDS = 200;
const LONGEST_TOOL = 60;
/** More than a rep could read; the rest is tracking pixels and fonts. */
const MOST_TOOLS = 100;

/**
 * A company's facts as values of our fields (C1.3, C2.1 to C2.4), for a company that is known to be
 * the lead's. What does not pass our own rules is left out. Where it sits says nothing about where
 * the lead works, so it gives no region.
 */
export function companyValues(facts: CompanyFacts): GivenValues {
  const name = facts.name ? companyName(facts.name) : null;
  const words = industry(facts.industry);
  const tools = toolNames(facts.technologies.map(plainText).filter(isTool)).slice(0, MOST_TOOLS);
  const given = {
    "C1.3": name ? enriched(name, true, { original: facts.name }) : null,
    "C2.1": employees(facts),
    "C2.2": revenue(facts),
    "C2.3": words && words.length <= LONGEST_WORDS ? enriched(words, true) : null,
    "C2.4": tools.length > 0 ? enriched(tools, true) : null,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

const isTool = (name: string) => name.length > 1 && name.length <= LONGEST_TOOL;

/** The number; where only a range is known, that as an estimate, which confirms nothing. */
function employees({ employees: count, employeeRange }: CompanyFacts): GivenValue | null {
  const exact = count && count >= 1 ? employeeValue(Math.round(count)) : null;
  if (exact) return enriched(exact.value, true);
  const range = employeeRange ? employeeValue(employeeRange) : null;
  return range ? enriched(range.value, false, { estimated: true }) : null;
}

function revenue(facts: CompanyFacts): GivenValue | null {
  const { revenueUsd: amount, revenueBand, revenueEstimated: estimated } = facts;
  const known = amount && amount <= MOST_REVENUE_USD ? { amount, currency: "USD" } : revenueBand;
  const given = known ? revenueValue(known) : null;
  return given && enriched(given.value, true, { ...given.detail, estimated });
}

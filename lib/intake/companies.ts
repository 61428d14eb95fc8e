import { companyDomain } from "./company-domain";
import type { LeadInput } from "./input";

/** The company's registrable domain: the one that was given, else the work address's. */
export function domainOf(input: Pick<LeadInput, "companyDomain" | "email">): string | null {
  for (const text of [input.companyDomain, input.email]) {
    const domain = text ? companyDomain(text) : null;
    if (domain) return domain;
  }
  return null;
}

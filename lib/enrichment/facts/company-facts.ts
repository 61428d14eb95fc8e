import type { IndustryGiven } from "@/lib/intake/company-intelligence/industry";

/** What a provider says of a company, in its own words; null or empty where it says nothing. */
export type CompanyFacts = {
  name: string | null;
  /** Its web addresses or hosts, the main one first. */
  domains: readonly string[];
  employees: number | null;
  /** A range as the provider writes it ('251-500'), where there is no number. */
  employeeRange: string | null;
  /** A year's revenue in US dollars, in full. */
  revenueUsd: number | null;
  /** A band as the provider writes it ('$10M-$50M'), where there is no figure. */
  revenueBand: string | null;
  /** True where the revenue is the provider's estimate. */
  revenueEstimated: boolean;
  industry: IndustryGiven;
  technologies: readonly string[];
};

export const NO_COMPANY_FACTS: CompanyFacts = {
  name: null,
  domains: [],
  employees: null,
  employeeRange: null,
  revenueUsd: null,
  revenueBand: null,
  revenueEstimated: true,
  industry: {},
  technologies: [],
};

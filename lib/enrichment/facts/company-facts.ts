/** What a provider says of a company, in its own words; null or empty where it says nothing. */
export type CompanyFacts = {
  name: string | null;
  /** Its web addresses or hosts, the main one first. */
  domains: readonly string[];
  employees: number | null;
  /** A year's revenue in US dollars, in full. */
  revenueUsd: number | null;
  /** A band as the provider writes it ('$10M-$50M'), where there is no figure. */
  revenueBand: string | null;
  /** True where the revenue is the provider's estimate. */
  revenueEstimated: boolean;
  /** Its industries, the wider first. */
  industries: readonly (string | null | undefined)[];
  technologies: readonly string[];
};

export const NO_COMPANY_FACTS: CompanyFacts = {
  name: null,
  domains: [],
  employees: null,
  revenueUsd: null,
  revenueBand: null,
  revenueEstimated: true,
  industries: [],
  technologies: [],
};

import { type CompanyFacts, NO_COMPANY_FACTS } from "../facts/company-facts";
import { NO_PERSON_FACTS, type PersonFacts } from "../facts/person-facts";
import type { ClearbitCompany, ClearbitPerson } from "./body";

/** A person as Clearbit tells it. It knows no numbers of people. */
export function personFacts({
  name,
  email,
  geo,
  employment,
  linkedin,
  fuzzy,
}: ClearbitPerson): PersonFacts {
  return {
    ...NO_PERSON_FACTS,
    email: email ?? null,
    firstName: name?.givenName ?? null,
    lastName: name?.familyName ?? null,
    fullName: name?.fullName ?? null,
    title: employment?.title ?? null,
    employer: {
      name: employment?.name ?? null,
      domains: employment?.domain ? [employment.domain] : [],
    },
    linkedin: profileAddress(linkedin?.handle ?? null),
    country: geo?.countryCode ?? geo?.country ?? null,
    certain: fuzzy !== true,
  };
}

/** A company as Clearbit tells it; `category` where there is one, else what older versions have. */
export function companyFacts(company: ClearbitCompany): CompanyFacts {
  const { name, legalName, domain, domainAliases, category, metrics, tech } = company;
  return {
    ...NO_COMPANY_FACTS,
    name: name ?? legalName ?? null,
    domains: [...(domain ? [domain] : []), ...domainAliases],
    employees: metrics?.employees ?? company.employees ?? null,
    employeeRange: metrics?.employeesRange ?? null,
    revenueUsd: metrics?.annualRevenue ?? null,
    revenueBand: metrics?.estimatedAnnualRevenue ?? null,
    // A figure is what a listed company reported; the band is Clearbit's estimate.
    revenueEstimated: !metrics?.annualRevenue,
    industry: {
      name: category?.industry ?? company.categories[0] ?? null,
      part: category?.subIndustry ?? null,
      naics: category?.naicsCode ?? null,
      sic: category?.sicCode ?? null,
    },
    technologies: tech,
  };
}

/** `pub/alex-maccaw/78/929/ab5`, the address of a profile before 2015. */
const OLD_PROFILE = /^\/?pub\/([^/]+)\/([\da-z]+)\/([\da-z]+)\/([\da-z]+)$/i;

/**
 * The profile's address of a handle. LinkedIn sends an old one on to the name followed by its three
 * parts in reverse, the first two of these filled up to three characters.
 */
export function profileAddress(handle: string | null): string | null {
  if (!handle) return null;
  const [, name, last = "", middle = "", first = ""] = OLD_PROFILE.exec(handle) ?? [];
  if (name)
    return `https://www.linkedin.com/in/${name}-${first.padStart(3, "0")}${middle.padStart(3, "0")}${last}`;
  const path = handle.replace(/^\/+/, "");
  return `https://www.linkedin.com/${path.includes("/") ? path : `in/${path}`}`;
}

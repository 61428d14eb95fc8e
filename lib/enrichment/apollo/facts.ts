import { type CompanyFacts, NO_COMPANY_FACTS } from "../facts/company-facts";
import { NO_PERSON_FACTS, type PersonFacts } from "../facts/person-facts";
import type { ApolloOrganization, ApolloPerson } from "./body";

/** What stands in place of an address that the account has not paid for. */
const LOCKED = /^email_not_unlocked@/i;

/** A person as Apollo tells it. */
export function personFacts(person: ApolloPerson): PersonFacts {
  const { organization, email } = person;
  const current = person.employment_history?.find((employment) => employment.current);
  return {
    ...NO_PERSON_FACTS,
    email: email && !LOCKED.test(email) ? email : null,
    firstName: person.first_name ?? null,
    lastName: person.last_name ?? null,
    fullName: person.name ?? null,
    title: person.title ?? null,
    employer: organization
      ? { name: organization.name ?? null, domains: companyFacts(organization).domains }
      : { name: current?.organization_name ?? null, domains: [] },
    linkedin: person.linkedin_url ?? null,
    country: person.country ?? null,
  };
}

/** A company as Apollo tells it; its revenue is an estimate in full US dollars. */
export function companyFacts(organization: ApolloOrganization): CompanyFacts {
  const { primary_domain, website_url, industry, secondary_industries } = organization;
  return {
    ...NO_COMPANY_FACTS,
    name: organization.name ?? null,
    domains: [primary_domain, website_url].filter((one): one is string => Boolean(one)),
    employees: organization.estimated_num_employees ?? null,
    revenueUsd: organization.annual_revenue ?? null,
    industry: { name: industry ?? null, part: secondary_industries[0] ?? null },
    technologies: organization.technology_names,
  };
}

import { type CompanyFacts, NO_COMPANY_FACTS } from "../facts/company-facts";
import { NO_PERSON_FACTS, type PersonFacts, type PhoneFact } from "../facts/person-facts";
import type { ZoominfoCompany, ZoominfoContact } from "./body";

/** A contact as ZoomInfo tells it. */
export function personFacts(contact: ZoominfoContact): PersonFacts {
  const { company } = contact;
  const profile = contact.externalUrls?.find(({ url }) =>
    /linkedin\.com\/(in|pub)\//i.test(url ?? ""),
  );
  return {
    ...NO_PERSON_FACTS,
    email: contact.email ?? null,
    firstName: contact.firstName ?? null,
    lastName: contact.lastName ?? null,
    title: contact.jobTitle ?? null,
    employer: {
      name: company?.name ?? null,
      domains: company?.website ? [company.website] : [],
    },
    hasLeft: contact.personHasMoved === true,
    linkedin: profile?.url ?? null,
    country: contact.country ?? null,
    phones: phones(contact),
    companyPhone: company?.phone ?? null,
    asOf: isoDay(contact.validDate) ?? isoDay(contact.lastUpdatedDate),
  };
}

/** The direct line before the mobile; flags of numbers that must not be called stand beside them. */
function phones(contact: ZoominfoContact): PhoneFact[] {
  const { phone, mobilePhone, directPhoneDoNotCall, mobilePhoneDoNotCall } = contact;
  const lines = [
    { text: phone, line: "direct" as const, mayCall: directPhoneDoNotCall !== true },
    { text: mobilePhone, line: "mobile" as const, mayCall: mobilePhoneDoNotCall !== true },
  ];
  return lines.flatMap(({ text, ...rest }) => (text ? [{ text, ...rest }] : []));
}

/** A company as ZoomInfo tells it, with the technologies that were asked for apart from it. */
export function companyFacts(
  company: ZoominfoCompany,
  technologies: readonly string[],
): CompanyFacts {
  const { website, domainList, revenue, primaryIndustry, industries } = company;
  return {
    ...NO_COMPANY_FACTS,
    name: company.name ?? null,
    domains: [...(website ? [website] : []), ...domainList],
    employees: company.employeeCount ?? null,
    employeeRange: company.employeeRange ?? null,
    revenueUsd: revenue ? revenue * 1_000 : null,
    revenueBand: company.revenueRange ?? null,
    industry: {
      name: primaryIndustry[0] ?? industries[0] ?? null,
      part: industries.find((one) => one !== primaryIndustry[0]) ?? null,
    },
    technologies,
  };
}

/**
 * The day of a date as ZoomInfo writes it: '1/5/2020 2:59 PM' and '06/27/2020' (month first), or
 * ISO. `YYYY-MM-DD`, or null where it is no date.
 */
export function isoDay(written: string | null | undefined): string | null {
  const [, month = "", day = "", year = ""] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(written ?? "") ?? [];
  const iso = year
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : /^\d{4}-\d{2}-\d{2}/.exec(written ?? "")?.[0];
  return iso && !Number.isNaN(Date.parse(iso)) ? iso : null;
}

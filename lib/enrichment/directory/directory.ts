import type { FieldId } from "@/lib/standard/categories";
import type { Json } from "@/lib/standard/field";
import type { GivenValue, Provider, Subject } from "../local-provider";
import type { DirectoryCompany, DirectoryPerson } from "./file";

const FILLS: readonly FieldId[] = [
  "C1.1",
  "C1.2",
  "C1.3",
  "C1.4",
  "C1.5",
  "C1.6",
  "C1.7",
  "C2.1",
  "C2.2",
  "C2.3",
  "C2.4",
  "C2.5",
];

type Values = Partial<Record<FieldId, GivenValue>>;

const given = (value: Json, rest: Partial<GivenValue> = {}): GivenValue => ({
  value,
  source: "enrichment",
  verified: true,
  ...rest,
});

/** The mail server of the domain decides: a catch-all accepts everything and proves nothing. */
function emailValue(company: DirectoryCompany, person: DirectoryPerson): GivenValue {
  const [deliverability, reason] = !company.acceptsMail
    ? ["undeliverable", "no_mail_server"]
    : company.catchAll
      ? ["risky", "catch_all"]
      : person.deliverable === false
        ? ["undeliverable", "mailbox_not_found"]
        : ["deliverable", "accepted"];
  const verified = deliverability === "deliverable";
  return given(person.email, { verified, detail: { deliverability, reason } });
}

function personValues(company: DirectoryCompany, person: DirectoryPerson): Values {
  const { given: first, family, title, phone, linkedin, language } = person;
  return {
    "C1.1": given(`${first} ${family}`, { detail: { given: first, family } }),
    "C1.4": emailValue(company, person),
    ...(title ? { "C1.2": given(title) } : {}),
    ...(phone ? { "C1.5": given(phone, { detail: { kind: "direct" } }) } : {}),
    ...(linkedin ? { "C1.6": given(linkedin) } : {}),
    "C1.7": given({ language: language ?? null, region: company.country }),
  };
}

function companyValues(company: DirectoryCompany): Values {
  const { name, employees, revenue, industry, techStack, crm, country } = company;
  return {
    "C1.3": given(name),
    "C1.7": given({ language: null, region: country }),
    ...(employees ? { "C2.1": given(employees) } : {}),
    ...(revenue ? { "C2.2": given(revenue, { detail: { estimated: true } }) } : {}),
    ...(industry ? { "C2.3": given(industry) } : {}),
    ...(techStack?.length ? { "C2.4": given([...techStack]) } : {}),
    ...(crm
      ? { "C2.5": given(crm.match, { source: "crm", detail: JSON.parse(JSON.stringify(crm)) }) }
      : {}),
  };
}

/** The built-in provider: a directory of companies and the people known there, looked up by domain. */
export function directoryProvider(companies: readonly DirectoryCompany[]): Provider {
  const byDomain = new Map(companies.map((company) => [company.domain, company]));
  return {
    id: "directory",
    label: "Company directory",
    costCents: 0,
    fills: FILLS,
    ask({ email, domain }: Subject) {
      if (!domain) {
        const words = email
          ? "A private mail address names no company."
          : "No email address or domain.";
        return { answer: "nothing_to_ask", words };
      }
      const company = byDomain.get(domain);
      if (!company) return { answer: "no_match", words: `Does not know ${domain}.` };
      const person = company.people.find((known) => known.email === email);
      const values = {
        ...companyValues(company),
        ...(person ? personValues(company, person) : {}),
      };
      const words = person
        ? "Knows the person and the company."
        : "Knows the company, not the person.";
      return { answer: "found", words, values };
    },
  };
}

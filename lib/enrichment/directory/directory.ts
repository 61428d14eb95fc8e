import type { Json } from "@/lib/standard/field";
import type {
  Answer,
  Fills,
  GivenValue,
  GivenValues,
  Lookup,
  Provider,
  Subject,
} from "../provider";
import type { DirectoryCompany, DirectoryPerson } from "./file";

/** What it knows of a person, and of their company. What a lead says of itself goes first. */
const PERSON: Fills = {
  "C1.1": "blank",
  "C1.2": "refresh",
  "C1.4": "refresh",
  "C1.5": "refresh",
  "C1.6": "refresh",
  "C1.7": "refresh",
};
const COMPANY: Fills = {
  "C1.3": "blank",
  "C1.7": "blank",
  "C2.1": "refresh",
  "C2.2": "refresh",
  "C2.3": "refresh",
  "C2.4": "refresh",
  "C2.5": "refresh",
};

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

function personValues(company: DirectoryCompany, person: DirectoryPerson): GivenValues {
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

function companyValues(company: DirectoryCompany): GivenValues {
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

const NOBODY: Answer = { answer: "nothing_to_ask", words: "No email address or domain." };
const PRIVATE: Answer = {
  answer: "nothing_to_ask",
  words: "A private mail address names no company.",
};

/** A lookup in a file that is in memory: it takes no time, costs nothing, and needs no keeping. */
const local = (lookup: Lookup, fills: Fills, answer: (subject: Subject) => Answer) => ({
  lookup,
  costCents: 0,
  fills,
  timeLimitMs: 1_000,
  cacheDays: 0,
  local: true,
  ask: async (subject: Subject) => answer(subject),
});

/** The built-in provider: a directory of companies and the people known there, looked up by domain. */
export function directoryProvider(companies: readonly DirectoryCompany[]): Provider {
  const byDomain = new Map(companies.map((company) => [company.domain, company]));
  const find = ({ email, domain }: Subject, known: (company: DirectoryCompany) => Answer) => {
    if (!domain) return email ? PRIVATE : NOBODY;
    const company = byDomain.get(domain);
    const words = `Does not know ${domain}.`;
    return company ? known(company) : ({ answer: "no_match", words } as const);
  };
  const person = (subject: Subject) =>
    find(subject, (company): Answer => {
      const known = company.people.find(({ email }) => email === subject.email);
      if (!known) return { answer: "no_match", words: "Knows the company, not the person." };
      const values = personValues(company, known);
      return { answer: "found", words: "Knows the person.", values };
    });
  const firm = (subject: Subject) =>
    find(subject, (company) => ({
      answer: "found",
      words: "Knows the company.",
      values: companyValues(company),
    }));
  return {
    id: "directory",
    label: "Company directory",
    lookups: [local("person", PERSON, person), local("company", COMPANY, firm)],
  };
}

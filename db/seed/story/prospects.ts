import type { DirectoryCompany, DirectoryPerson } from "@/lib/enrichment/directory/file";
import { type Country, countryOf } from "../directory/countries";
import { NAMES } from "../directory/names";
import { addressPart } from "../directory/spelling";
import { TITLES } from "../directory/trades";
import type { Random } from "../random";
import { VENDOR } from "../staff";

/** Somebody who becomes a lead. `key` names the lead in the story. */
export type Prospect = {
  key: string;
  email: string | null;
  externalId: string | null;
  given: string;
  family: string;
  /** In the own script, where the lead would type it so. */
  native: { given: string; family: string } | null;
  title: string | null;
  phone: string | null;
  companyName: string;
  country: Country;
  language: string | null;
  /** What the CRM says, where somebody checked. */
  match: string | null;
  /** True where enrichment knows everything that the gate wants. */
  documented: boolean;
};

function isDocumented(company: DirectoryCompany, person: DirectoryPerson): boolean {
  const { acceptsMail, catchAll, employees, industry, crm } = company;
  const reachable = acceptsMail && !catchAll && person.deliverable !== false;
  const contact = person.title && person.phone && person.linkedin;
  return Boolean(reachable && contact && employees && industry && crm);
}

/** Everybody in the directory, in an order by chance. */
export function knownProspects(chance: Random, companies: readonly DirectoryCompany[]): Prospect[] {
  const everyone = companies.flatMap((company) =>
    company.people.map(
      (person): Prospect => ({
        key: person.email,
        email: person.email,
        externalId: null,
        given: person.given,
        family: person.family,
        native: person.native ?? null,
        title: person.title ?? null,
        phone: person.phone ?? null,
        companyName: company.name,
        country: countryOf(company.country),
        language: person.language ?? null,
        match: company.crm?.match ?? null,
        documented: isDocumented(company, person),
      }),
    ),
  );
  return chance.shuffled(everyone);
}

/** Colleagues whom the directory does not know, at companies it knows. */
export function unknownColleague(chance: Random, company: DirectoryCompany): Prospect {
  const country = countryOf(company.country);
  const names = NAMES[country.code];
  if (!names) throw new Error(`No names for ${country.code}.`);
  const given = chance.pick(chance.chance(0.5) ? names.women : names.men);
  const family = chance.pick(names.family);
  // The number keeps the address free of the people whom the directory does know.
  const local = `${addressPart(given)}.${addressPart(family)}${chance.between(2, 9)}`;
  const email = `${local}@${company.domain}`;
  return {
    key: email,
    email,
    externalId: null,
    given,
    family,
    native: null,
    title: chance.pick(TITLES.works),
    phone: chance.chance(0.5)
      ? country.mobile.replace(/#/g, () => `${chance.between(0, 9)}`)
      : null,
    companyName: company.name,
    country,
    language: chance.pick(country.languages),
    match: company.crm?.match ?? null,
    documented: false,
  };
}

const OUTSIDERS = [
  "Brightwater Crafts",
  "Kiosk am Tor",
  "Studio Ottanta",
  "Pellerin Conseil",
  "Little Fern Florist",
  "Obuv Dvořák",
];
const DESKS = ["info", "office", "logistics.team", "sales", "hello"];

/** Somebody at a company that nobody knows, now and then at a desk instead of a person's address. */
export function outsider(chance: Random, country: Country, number: number): Prospect {
  const names = NAMES[country.code];
  if (!names) throw new Error(`No names for ${country.code}.`);
  const given = chance.pick(names.women);
  const family = chance.pick(names.family);
  const companyName = chance.pick(OUTSIDERS);
  const local = chance.chance(0.4) ? chance.pick(DESKS) : addressPart(given);
  const email = `${local}@${addressPart(companyName)}-${number}.example`;
  return {
    key: email,
    email,
    externalId: null,
    given,
    family,
    native: null,
    title: chance.chance(0.6) ? chance.pick(TITLES.leads) : "N/A",
    phone: null,
    companyName,
    country,
    language: null,
    match: null,
    documented: false,
  };
}

/** A badge scanned at a fair: a name and a company, and no address. */
export function badge(chance: Random, company: DirectoryCompany, number: number): Prospect {
  const colleague = unknownColleague(chance, company);
  const externalId = `badge-${1_000 + number}`;
  return { ...colleague, key: externalId, email: null, externalId, phone: null };
}

const TESTERS = [
  ["test", "test", "asdf"],
  ["Test", "User", "Test company"],
  ["asdf", "asdf", "x"],
  ["Mickey", "Testing", "N/A"],
] as const;

/** A form that somebody filled in to see whether it works; every third is one of our own people. */
export function tester(chance: Random, number: number): Prospect {
  const [given, family, companyName] = chance.pick(TESTERS);
  const email =
    number % 3 === 0
      ? `qa+test${number}@${VENDOR.domain}`
      : `test+${number}@${addressPart(companyName)}-test.example`;
  const rest = { native: null, title: null, phone: null, language: null, match: null };
  const country = countryOf("GB");
  return {
    key: email,
    email,
    externalId: null,
    given,
    family,
    companyName,
    country,
    ...rest,
    documented: false,
  };
}

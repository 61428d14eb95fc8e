import type { DirectoryCompany, DirectoryFile } from "@/lib/enrichment/directory/file";
import { random } from "../random";
import { STAFF } from "../staff";
import { companiesOf } from "./companies";
import { COUNTRIES } from "./countries";

/** The number that `company-directory.json` was made from. */
export const DIRECTORY_SEED = 7;

/** Two who strain every layout: a name of 80 characters, and a company nobody can abbreviate. */
const LONGEST: DirectoryCompany = {
  domain: "vnblk-hamburg.example",
  name: "Vereinigte Norddeutsche Binnenschifffahrts-, Lager- und Kühlhausbetriebsgesellschaft Hamburg-Harburg",
  country: "DE",
  employees: 1_340,
  revenue: "€ 200–500 M",
  industry: "Logistics, inland waterways",
  techStack: ["SAP S/4HANA", "Azure", "Ladeluchs"],
  acceptsMail: true,
  catchAll: false,
  crm: { match: "former_customer", name: "VNBLK", owner: "DACH and Central Europe" },
  people: [
    {
      email: "m.fernandez@vnblk-hamburg.example",
      given: "María de los Ángeles Guadalupe",
      family: "Fernández de Córdoba y Martínez-Bordiú Santillana",
      title: "Head of Logistics",
      phone: "+4917139200417",
      linkedin: "https://www.linkedin.com/in/maria-de-los-angeles-fernandez-de-cordoba",
      language: "de",
    },
  ],
};

function accountTeam(country: string): string {
  const rep = STAFF.find((person) => person.territory.includes(country));
  return rep?.territoryName ?? "Nobody";
}

/**
 * The companies that the demonstration's enrichment knows: good and bad ones, some of them lacking
 * what the gate wants. The same seed gives the same file.
 */
export function companyDirectory(seed: number): DirectoryFile {
  const chance = random(`directory ${seed}`);
  const companies = COUNTRIES.flatMap((country) =>
    companiesOf(chance.branch(country.code), country, accountTeam(country.code)),
  );
  return { companies: [...companies, LONGEST] };
}

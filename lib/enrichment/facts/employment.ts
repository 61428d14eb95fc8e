import { companyDomain } from "@/lib/intake/companies/company-domain";
import { companyKey } from "@/lib/intake/company-names/company-name";
import type { Subject } from "../provider";
import type { Employer } from "./person-facts";

/** Shorter keys ('ag', 'abc') are shared by too many companies to say anything. */
const SHORTEST_KEY = 4;

/** The registrable domains among web addresses and hosts. */
export const registrable = (addresses: readonly (string | null | undefined)[]): string[] => [
  ...new Set(addresses.flatMap((address) => (address ? (companyDomain(address) ?? []) : []))),
];

/**
 * Whether an employer is the lead's company: by registrable domain, or where that cannot be
 * compared by a name long enough to mean one company. A person who moved has a title that is not
 * this lead's (C1.2). Null where nothing can be compared, or one name stands under two domains.
 */
export function isSubjectsCompany(employer: Employer, subject: Subject): boolean | null {
  const domains = registrable(employer.domains);
  const known = registrable([subject.domain]);
  if (domains.some((domain) => known.includes(domain))) return true;
  const domainsDiffer = domains.length > 0 && known.length > 0;
  const [one, other] = [keyOf(employer.name), keyOf(subject.companyName)];
  if (one === "" || other === "") return domainsDiffer ? false : null;
  if (one !== other) return false;
  return domainsDiffer || one.length < SHORTEST_KEY ? null : true;
}

const keyOf = (name: string | null) => (name ? companyKey(name) : "");

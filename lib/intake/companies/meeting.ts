import { companyKey } from "../company-names/company-name";
import { isTellingName } from "../company-names/telling-name";
import { domainCountry } from "./domain-country";

/** A company that a name may mean. `nameKey` is `companyKey` of its name. */
export type Namesake = { id: string; nameKey: string | null; domain: string | null };

/** A lead without a domain of its own. `region` is ISO 3166 alpha-2. */
type NamedLead = { companyName: string | null; region: string | null };

/**
 * The company that a lead without a domain belongs to by its company's name alone, or null. Safe
 * only where the name is so much its own that few share it, exactly one company has it, and that
 * company is not known to sit in another country than the lead.
 */
export function companyByName(lead: NamedLead, companies: readonly Namesake[]): string | null {
  if (!lead.companyName || !isTellingName(lead.companyName)) return null;
  const key = companyKey(lead.companyName);
  const namesakes = companies.filter(({ nameKey }) => nameKey === key);
  const [only] = namesakes;
  if (!only || namesakes.length > 1) return null;
  const country = only.domain ? domainCountry(only.domain) : null;
  return country && lead.region && country !== lead.region ? null : only.id;
}

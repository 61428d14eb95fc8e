import type { FieldValue } from "@/lib/standard/field";
import { companyDomain } from "./company-domain";

/** What is known of a lead that may name its company's domain. */
type DomainClues = {
  /** What the sender gave as the company's domain or website, now. */
  given?: string | undefined;
  /** Every stored company name (C1.3); `detail.domain` is the domain that came with it. */
  companies: readonly Pick<FieldValue, "source" | "detail">[];
  /** The lead's addresses, the one that counts first. */
  emails: readonly (string | null)[];
};

/**
 * The registrable domain of the lead's own company: what a person or system gave with it, else the
 * work address's, else what enrichment says. Null where there is none: a provider of private or
 * throw-away mail never makes a company.
 */
export function ownDomain({ given, companies, emails }: DomainClues): string | null {
  const known = (enriched: boolean) =>
    companies
      .filter(({ source }) => (source === "enrichment") === enriched)
      .map(({ detail }) => (typeof detail?.domain === "string" ? detail.domain : null));
  for (const text of [given, ...known(false), ...emails, ...known(true)]) {
    const domain = text ? companyDomain(text) : null;
    if (domain) return domain;
  }
  return null;
}

import {
  type CompanyFacts,
  companyFacts,
  employeeSpan,
  type Span,
} from "@/lib/scoring/icp/company-facts";
import type { FieldValues } from "@/lib/standard/categories";

/** What the routing rules know of a lead; null or empty where it is not known. */
export type LeadFacts = {
  companyName: string;
  /** Who owns the company's account. */
  accountOwnerId: string | null;
  /** ISO 3166 country code. */
  country: string | null;
  /** BCP 47, as C1.7 keeps it. */
  language: string | null;
  /** What the lead asked about, the latest first. */
  products: readonly string[];
  employees: Span | null;
  industry: CompanyFacts["industry"];
  tier: number | null;
};

/** Those facts out of a lead's prevailing values, and what its fields do not hold. */
export function leadFacts(
  fields: FieldValues,
  beside: { accountOwnerId: string | null; products: readonly string[] },
): LeadFacts {
  const facts = companyFacts(fields);
  const place = fields["C1.7"]?.value as { language?: string | null } | null | undefined;
  const tier = fields["C2.6"]?.value;
  return {
    companyName: String(fields["C1.3"]?.value ?? ""),
    country: facts.region,
    language: place?.language ?? null,
    employees: employeeSpan(facts),
    industry: facts.industry,
    tier: typeof tier === "number" ? tier : null,
    ...beside,
  };
}

/** The products of activities, the latest first, each once. */
export function productsAsked(
  activities: readonly { product: string | null; occurredAt: Date }[],
): string[] {
  const latestFirst = activities.toSorted(
    (one, other) => other.occurredAt.getTime() - one.occurredAt.getTime(),
  );
  return [...new Set(latestFirst.flatMap(({ product }) => product ?? []))];
}

import { and, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { company } from "@/db/schema/company";
import { lead, leadField } from "@/db/schema/lead";
import type { Source } from "@/lib/standard/field";
import type { NameGiven } from "./best-name";
import type { Namesake } from "./meeting";
import { ownDomain } from "./own-domain";

/** A lead as far as its company is concerned. */
export type LeadOfCompany = {
  id: string;
  companyId: string | null;
  domain: string | null;
  /** The company's name that prevails, and every one that the lead came with. */
  companyName: string | null;
  names: NameGiven[];
  region: string | null;
};

const FIELDS = ["C1.3", "C1.4", "C1.7"] as const;

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

/** What says to which company the leads belong. `given`: the domain that came with them now, by id. */
export async function leadsOfCompanies(
  tx: Transaction,
  ids: readonly string[],
  given: ReadonlyMap<string, string>,
): Promise<LeadOfCompany[]> {
  if (ids.length === 0) return [];
  const leads = await tx
    .select({ id: lead.id, email: lead.email, companyId: lead.companyId })
    .from(lead)
    .where(inArray(lead.id, [...ids]));
  const values = await tx
    .select()
    .from(leadField)
    .where(and(inArray(leadField.leadId, [...ids]), inArray(leadField.fieldId, [...FIELDS])));
  const byLead = Map.groupBy(values, ({ leadId }) => leadId);
  return leads.map(({ id, email, companyId }) => {
    const own = (byLead.get(id) ?? []).toSorted((a, b) => Number(b.prevails) - Number(a.prevails));
    const named = own.filter(({ fieldId }) => fieldId === "C1.3");
    const companies = named.map(({ source, detail }) => (detail ? { source, detail } : { source }));
    const shown = (field: string) =>
      own.find(({ fieldId, prevails }) => fieldId === field && prevails)?.value;
    const place = shown("C1.7") as { region?: string | null } | null | undefined;
    return {
      id,
      companyId,
      region: place?.region ?? null,
      companyName: textOf(shown("C1.3")),
      names: named.flatMap(({ source, value }) =>
        typeof value === "string" ? [{ name: value, source, leads: 1 }] : [],
      ),
      domain: ownDomain({
        given: given.get(id),
        companies,
        emails: [textOf(shown("C1.4")), email],
      }),
    };
  });
}

/** The companies with one of the keys. */
export async function companiesByKey(
  tx: Transaction,
  keys: readonly string[],
): Promise<Namesake[]> {
  if (keys.length === 0) return [];
  return tx
    .select({ id: company.id, nameKey: company.nameKey, domain: company.domain })
    .from(company)
    .where(inArray(company.nameKey, [...keys]));
}

/** What leads of companies came with as the company's name, by company: those of its own domain. */
export async function namesGiven(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, NameGiven[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; name: string; source: Source; leads: number }>(sql`
    select company.id, lead_field.value #>> '{}' as name, lead_field.source, count(*)::integer as leads
    from company
    join lead on lead.company_id = company.id
    join lead_field on lead_field.lead_id = lead.id and lead_field.field_id = 'C1.3'
    where company.id = any(${sql.param([...ids])}::uuid[]) and jsonb_typeof(lead_field.value) = 'string'
      and (split_part(lead.email, '@', 2) = company.domain
        or split_part(lead.email, '@', 2) like '%.' || company.domain
        or lead_field.detail ->> 'domain' = company.domain)
    group by 1, 2, 3`);
  return Map.groupBy(rows, ({ id }) => id);
}

/**
 * Leads that a company's name may concern beside those at hand: without a company and with a name
 * that folds to one of the keys, or with one of these companies and no address at its domain. The
 * fold here is wider than `companyKey`, which has the last word.
 */
export async function leadsThatKeysConcern(
  tx: Transaction,
  keys: readonly string[],
  companies: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return [];
  const starts = keys.flatMap((key) => [`${key}%`, `the${key}%`]);
  const rows = await tx.execute<{ id: string }>(sql`
    select id from lead
    where company_id is null and company_name is not null and regexp_replace(
        lower(normalize(replace(company_name, '&', ' and '), NFKD)),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u0300-\u036f]', '', 'g'
      ) like any(${sql.param(starts)}::text[])
    union
    select lead.id from lead join company on company.id = lead.company_id
    where company.id = any(${sql.param([...companies])}::uuid[])
      and split_part(coalesce(lead.email, ''), '@', 2) is distinct from company.domain`);
  return rows.map(({ id }) => id);
}

/** Of these leads, those that nobody else is changing now, locked. */
export async function lockFree(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: lead.id })
    .from(lead)
    .where(inArray(lead.id, [...ids]))
    .orderBy(lead.id)
    .for("update", { skipLocked: true });
  return rows.map(({ id }) => id);
}

/** Names and keys of companies, locked; those that somebody else is renaming now are left out. */
export async function companiesToName(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: company.id, name: company.name, nameKey: company.nameKey })
    .from(company)
    .where(inArray(company.id, [...ids]))
    .orderBy(company.id)
    .for("no key update", { skipLocked: true });
}

/** The companies of these domains, by domain. */
export async function companiesByDomain(tx: Transaction, domains: readonly string[]) {
  if (domains.length === 0)
    return new Map<string, { id: string; name: string; nameKey: string | null }>();
  const rows = await tx
    .select({
      id: company.id,
      name: company.name,
      nameKey: company.nameKey,
      domain: company.domain,
    })
    .from(company)
    .where(inArray(company.domain, [...domains]));
  return new Map(rows.map(({ domain, ...row }) => [domain ?? "", row]));
}

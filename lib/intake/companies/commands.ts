import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { company } from "@/db/schema/company";
import { companyKey, companyName } from "../company-names/company-name";
import { bestName } from "./best-name";
import { companyByName } from "./meeting";
import {
  companiesByDomain,
  companiesByKey,
  companiesToName,
  type LeadOfCompany,
  leadsOfCompanies,
  leadsThatKeysConcern,
  lockFree,
  namesGiven,
} from "./queries";

/**
 * Puts leads with their companies (C1.3): by registrable domain, else by a name where that is safe.
 * A company that comes up is made; one that a better source names is renamed; and where a name has
 * become one company's or several's, leads that go by that name alone are put anew. So the order in
 * which leads arrive does not matter. `given`: the domain that came with a lead now, by its id.
 */
export async function attachCompanies(
  tx: Transaction,
  leadIds: readonly string[],
  given: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const leads = await leadsOfCompanies(tx, leadIds, given);
  const changed = new Set(await meetByDomain(tx, leads));
  const nameless = leads.filter(({ domain }) => domain === null);
  const namesakes = await companiesByKey(tx, [...changed]);
  const concerned = await leadsThatKeysConcern(
    tx,
    [...changed],
    namesakes.map(({ id }) => id),
  );
  const others = concerned.filter((id) => !leadIds.includes(id));
  const reconsidered = await leadsOfCompanies(tx, await lockFree(tx, others), new Map());
  await meetByName(tx, [...nameless, ...reconsidered.filter(({ domain }) => domain === null)]);
}

/** Makes, joins and names the companies of the leads' own domains; answers the keys that changed. */
async function meetByDomain(tx: Transaction, leads: readonly LeadOfCompany[]): Promise<string[]> {
  const wanted = new Map<string, string>();
  for (const { domain, companyName: name } of leads)
    if (domain && (wanted.get(domain) ?? domain) === domain)
      wanted.set(domain, companyName(name ?? "") ?? domain);
  if (wanted.size === 0) return [];
  const rows = [...wanted]
    .map(([domain, name]) => ({ domain, name, nameKey: keyOf(name, domain) }))
    .toSorted((one, other) => (one.domain < other.domain ? -1 : 1));
  const made = await tx
    .insert(company)
    .values(rows)
    .onConflictDoNothing()
    .returning({ nameKey: company.nameKey });
  const companies = await companiesByDomain(tx, [...wanted.keys()]);
  const pairs = leads.flatMap(({ id, companyId, domain }) => {
    const found = domain ? companies.get(domain)?.id : undefined;
    return found && found !== companyId ? [{ id, company: found }] : [];
  });
  await putWith(tx, pairs);
  const named = leads.flatMap(({ domain, names }) => {
    const known = domain ? companies.get(domain) : undefined;
    const name = bestName(names);
    return known && name && (name !== known.name || known.nameKey === null) ? [known.id] : [];
  });
  const renamed = await nameCompanies(tx, [...new Set(named)]);
  return [...made.flatMap(({ nameKey }) => nameKey ?? []), ...renamed];
}

/** A domain in place of a name is nothing that others could be known by. */
const keyOf = (name: string, domain: string) => (name === domain ? null : companyKey(name) || null);

/** Gives companies the best of the names that their leads came with; answers the keys that changed. */
async function nameCompanies(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const given = await namesGiven(tx, ids);
  const changed: string[] = [];
  for (const row of await companiesToName(tx, ids)) {
    const name = bestName(given.get(row.id) ?? []) ?? row.name;
    const nameKey = given.has(row.id) ? companyKey(name) || null : row.nameKey;
    if (name === row.name && nameKey === row.nameKey) continue;
    await tx.update(company).set({ name, nameKey }).where(eq(company.id, row.id));
    if (nameKey !== row.nameKey)
      changed.push(...[row.nameKey, nameKey].filter((key) => key !== null));
  }
  return changed;
}

/**
 * Puts leads without a domain with the one company of their name. One that has a company stays
 * there unless it went by a name that is now another's, or several's.
 */
async function meetByName(tx: Transaction, leads: readonly LeadOfCompany[]): Promise<void> {
  const keys = leads.flatMap(({ companyName: name }) => (name ? companyKey(name) || [] : []));
  const companies = await companiesByKey(tx, [...new Set(keys)]);
  const pairs = leads.flatMap((lead) => {
    const found = companyByName(lead, companies);
    const key = companyKey(lead.companyName ?? "");
    const namesake = companies.some(({ id, nameKey }) => id === lead.companyId && nameKey === key);
    const free = lead.companyId === null || namesake;
    return free && found !== lead.companyId ? [{ id: lead.id, company: found }] : [];
  });
  await putWith(tx, pairs);
}

async function putWith(
  tx: Transaction,
  pairs: readonly { id: string; company: string | null }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.execute(sql`
    update lead set company_id = x.company
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x(id uuid, company uuid)
    where lead.id = x.id and lead.company_id is distinct from x.company`);
}

import { asc, sql } from "drizzle-orm";
import { among, amongTexts } from "@/db/among";
import type { Transaction } from "@/db/client";
import { planKept } from "@/db/kept-plans";
import { lead, leadIdentity } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";

/** A name that another system knows a lead by. */
export type Identity = { kind: "external" | "user" | "anonymous"; value: string };

/** An address as a name: of somebody who is no lead yet, or of a lead that was merged into another. */
export const byEmail = (email: string): Identity => ({
  kind: "external",
  value: `mailto:${email}`,
});

/** What tells an identity from all others, in a map. */
export const identityKey = ({ kind, value }: Identity) => `${kind}:${value}`;

/** Which leads the addresses and identities belong to, as far as they are known. */
export async function knownLeads(
  tx: Transaction,
  _actor: Actor,
  emails: readonly string[],
  identities: readonly Identity[],
): Promise<{ byEmail: Map<string, string>; byIdentity: Map<string, string> }> {
  const leadByEmail = new Map<string, string>();
  const byIdentity = new Map<string, string>();
  if (emails.length > 0) {
    const rows = await tx.execute<{ id: string; email: string }>(
      planKept(
        sql`select id, email from lead where ${amongTexts(lead.email, [...new Set(emails)])}`,
      ),
    );
    for (const { id, email } of rows) leadByEmail.set(email, id);
  }
  const unknown = [...new Set(emails)].filter((email) => !leadByEmail.has(email));
  const formerly = unknown.map(byEmail);
  for (const [kind, named] of Map.groupBy(
    [...identities, ...formerly],
    (identity) => identity.kind,
  )) {
    const values = [...new Set(named.map((identity) => identity.value))];
    const rows = await tx.execute<{ id: string; value: string }>(
      planKept(sql`
        select lead_id as id, value from lead_identity
        where ${leadIdentity.kind} = ${kind} and ${amongTexts(leadIdentity.value, values)}`),
    );
    for (const { id, value } of rows) byIdentity.set(identityKey({ kind, value }), id);
  }
  for (const email of unknown) {
    const id = byIdentity.get(identityKey(byEmail(email)));
    if (id) leadByEmail.set(email, id);
  }
  return { byEmail: leadByEmail, byIdentity };
}

/** The leads with these ids that exist, locked in the order of their ids. */
export async function lockLeads(tx: Transaction, _actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: lead.id,
      email: lead.email,
      externalId: lead.externalId,
      companyId: lead.companyId,
    })
    .from(lead)
    .where(among(lead.id, ids))
    .orderBy(asc(lead.id))
    .for("update");
}

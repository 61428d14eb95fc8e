import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { company } from "@/db/schema/company";
import { connection } from "@/db/schema/connection";
import { enrichmentStep } from "@/db/schema/enrichment";
import { lead, leadField } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import type { StepRow } from "./chain/step";
import type { Connected } from "./connected";
import { fieldRow } from "./field-row";
import type { LookedUp } from "./subject";
import type { FieldRow } from "./values/merge-fields";

/** Reads run inside a command's transaction, or outside of any. */
type Reads = Transaction | typeof db;

/** Every stored value of the leads, by lead. */
export async function storedFields(
  tx: Reads,
  _actor: Actor,
  ids: readonly string[],
): Promise<Map<string, FieldRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(leadField)
    .where(inArray(leadField.leadId, [...ids]));
  const byLead = new Map<string, FieldRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byLead.get(row.leadId)?.push(fieldRow(row));
  return byLead;
}

/** A lead as the chain finds it: what it can be looked up by, and every stored value. */
type LeadToEnrich = LookedUp & { id: string; isAside: boolean; values: FieldRow[] };

/** The leads with these ids as the chain finds them; those set aside shall cost nothing more. */
export async function leadsToEnrich(actor: Actor, ids: readonly string[]): Promise<LeadToEnrich[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: lead.id,
      email: lead.email,
      companyName: lead.companyName,
      domain: company.domain,
      status: lead.status,
    })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(inArray(lead.id, [...ids]));
  const values = await storedFields(
    db,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map(({ status, ...row }) => ({
    ...row,
    isAside: status === "excluded",
    values: values.get(row.id) ?? [],
  }));
}

/** Every step of the chain, enabled or not, in its order. */
export async function chainSteps(_actor: Actor): Promise<StepRow[]> {
  return db
    .select()
    .from(enrichmentStep)
    .orderBy(asc(enrichmentStep.position), asc(enrichmentStep.provider));
}

/** The connections that may be asked, with what makes providers of them. */
export async function openConnections(_actor: Actor): Promise<Connected[]> {
  return db
    .select({
      id: connection.id,
      system: connection.system,
      settings: connection.settings,
      secrets: connection.secrets,
      updatedAt: connection.updatedAt,
    })
    .from(connection)
    .where(and(isNull(connection.removedAt), eq(connection.paused, false)));
}

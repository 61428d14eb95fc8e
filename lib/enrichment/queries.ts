import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { company } from "@/db/schema/company";
import { lead, leadField } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { fieldRow } from "./field-row";
import type { Subject } from "./local-provider";
import type { FieldRow } from "./merge-fields";

/** Every stored value of the leads, by lead. */
export async function storedFields(
  tx: Transaction,
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

/** What a provider can be asked about each lead. */
export async function enrichmentSubjects(
  tx: Transaction,
  _actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const rows = await tx
    .select({
      id: lead.id,
      email: lead.email,
      companyName: lead.companyName,
      domain: company.domain,
    })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(inArray(lead.id, [...ids]));
  return new Map(rows.map(({ id, ...subject }) => [id, subject]));
}

import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** As many leads of one company do not share a line of their own. */
const SHARED_BY = 3;

/** Kinds of lines that a switchboard never is. */
const NEVER = ["mobile", "pager", "voicemail", "personal"];

/** A line of a lead that is its company's switchboard (C1.5), and is not yet labelled so. */
export type SharedLine = { leadId: string; companyId: string; number: string };

/**
 * The lines of these leads, and of their colleagues with the same number, that are the switchboard
 * of their company: the number that is known as such, that a source called so, or that several
 * leads have. A number with an extension reaches one person and is left out.
 */
export async function sharedLines(
  tx: Transaction,
  leadIds: readonly string[],
): Promise<SharedLine[]> {
  if (leadIds.length === 0) return [];
  const rows = await tx.execute<SharedLine>(sql`
    with theirs as (
      select distinct lead.company_id, lead_field.value
      from lead join lead_field on lead_field.lead_id = lead.id and lead_field.field_id = 'C1.5'
      where lead.id = any(${sql.param([...leadIds])}::uuid[]) and lead.company_id is not null
        and jsonb_typeof(lead_field.value) = 'string'
        and coalesce(lead_field.detail ->> 'kind', '') <> all(${sql.param(NEVER)}::text[])
    ), lines as (
      select lead.id, lead.company_id, lead_field.value, lead_field.detail
      from lead
      join lead_field on lead_field.lead_id = lead.id and lead_field.field_id = 'C1.5'
      join theirs on theirs.company_id = lead.company_id and theirs.value = lead_field.value
    ), switchboards as (
      select lines.company_id, lines.value
      from lines join company on company.id = lines.company_id
      group by 1, 2
      having count(distinct lines.id) >= ${SHARED_BY}
        or bool_or(lines.detail ->> 'kind' = 'switchboard')
        or bool_or(company.switchboard = lines.value #>> '{}')
    )
    select distinct lines.id as "leadId", lines.company_id as "companyId",
      lines.value #>> '{}' as number
    from lines join switchboards using (company_id, value)
    where lines.detail ->> 'extension' is null
      and lines.detail ->> 'kind' is distinct from 'switchboard'`);
  return [...rows];
}

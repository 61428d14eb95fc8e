import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { company } from "@/db/schema/company";
import type { Actor } from "@/lib/access/viewer";
import { type FieldWrite, writeFields } from "@/lib/enrichment/commands";
import { storedFields } from "@/lib/enrichment/queries";
import { prevailing, type StoredValue } from "@/lib/standard/values/prevailing";
import { lockFree } from "../companies/queries";
import { type SharedLine, sharedLines } from "./queries";

/**
 * Labels the numbers of leads that are their company's switchboard (C1.5), their colleagues' among
 * them, so that a line of their own prevails where there is one. Answers the colleagues whose
 * values changed: they are locked, and are to be judged with the leads themselves.
 */
export async function labelSwitchboards(
  tx: Transaction,
  actor: Actor,
  leadIds: readonly string[],
): Promise<string[]> {
  const lines = await sharedLines(tx, leadIds);
  if (lines.length === 0) return [];
  const colleagues = new Set(
    lines.map(({ leadId }) => leadId).filter((id) => !leadIds.includes(id)),
  );
  const free = new Set([...leadIds, ...(await lockFree(tx, [...colleagues]))]);
  const ours = lines.filter(({ leadId }) => free.has(leadId));
  await label(tx, ours);
  await keepNumbers(tx, ours);
  await chooseAnew(tx, actor, [...new Set(ours.map(({ leadId }) => leadId))]);
  return [...colleagues].filter((id) => free.has(id));
}

async function label(tx: Transaction, lines: readonly SharedLine[]): Promise<void> {
  await tx.execute(sql`
    update lead_field set detail = coalesce(detail, '{}') || '{"kind": "switchboard"}'
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x("leadId" uuid, number text)
    where lead_id = x."leadId" and field_id = 'C1.5' and value #>> '{}' = x.number
      and detail ->> 'extension' is null`);
}

/** The company's own number, so that the next lead's is known for what it is at once. */
async function keepNumbers(tx: Transaction, lines: readonly SharedLine[]): Promise<void> {
  const byCompany = new Map(lines.map(({ companyId, number }) => [companyId, number]));
  for (const [id, number] of [...byCompany].toSorted())
    await tx
      .update(company)
      .set({ switchboard: number })
      .where(and(eq(company.id, id), isNull(company.switchboard)));
}

/** Which number prevails, once the labels are on. */
async function chooseAnew(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<void> {
  const writes: FieldWrite[] = [];
  for (const [leadId, rows] of await storedFields(tx, actor, ids)) {
    const numbers = rows.filter(({ fieldId }) => fieldId === "C1.5");
    const winner = prevailing<StoredValue>(numbers);
    for (const row of numbers)
      if (row.prevails !== (row === winner))
        writes.push({ leadId, row: { ...row, prevails: row === winner } });
  }
  await writeFields(tx, writes);
}

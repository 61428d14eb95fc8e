import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { company } from "@/db/schema/company";
import { enrichmentAnswer, enrichmentStep } from "@/db/schema/enrichment";
import { finding, handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { askForEnrichment, type FieldWrite, writeFields } from "@/lib/enrichment/commands";
import { storedFields } from "@/lib/enrichment/queries";
import { type FieldRow, withPrevailing } from "@/lib/enrichment/values/merge-fields";
import { attachCompanies } from "@/lib/intake/companies/commands";
import { notify } from "@/lib/notices/commands";
import type { FieldId } from "@/lib/standard/categories";
import type { SaidWrong } from "@/lib/standard/field";
import { sameContent } from "@/lib/standard/values/said-wrong";
import { takenBackUntil } from "../decisions/undo";
import { OF_THE_COMPANY } from "./fields";

type Said = { id: string; leadId: string; fieldId: FieldId };

/** Who sees to enrichment: a job, or the caller, as the demonstration does with a clock of its own. */
export type WrongOptions = { enrichment?: "job" | "by caller" };

const rowsOf = async (tx: Transaction, actor: Actor, leadId: string, fieldId: FieldId) =>
  ((await storedFields(tx, actor, [leadId])).get(leadId) ?? []).filter(
    (row) => row.fieldId === fieldId,
  );

/**
 * Marks the value of a handoff as wrong (Q.5): it counts no more, whoever gives it again, and is a
 * finding with the source and the person it came from. 'no value' where the handoff has none.
 */
export async function sayWrong(
  tx: Transaction,
  viewer: Viewer,
  { id: handoffId, leadId, fieldId }: Said,
  now: Date,
): Promise<"said" | "no value"> {
  const [given] = await tx
    .select({ field: sql<FieldRow | null>`${handoff.snapshot} -> 'fields' -> ${fieldId}::text` })
    .from(handoff)
    .where(eq(handoff.id, handoffId));
  const field = given?.field;
  if (!field || field.value === null) return "no value";
  const rows = await rowsOf(tx, viewer, leadId, fieldId);
  const wrong: SaidWrong = {
    value: field.value,
    by: viewer.name,
    at: now.toISOString(),
    handoffId,
  };
  const authorId = await authorOf(tx, leadId, field, fieldId);
  const marked = rows.map((row) => ({ ...row, wrongValues: [...(row.wrongValues ?? []), wrong] }));
  await rewrite(tx, leadId, marked);
  await tx.insert(finding).values({
    handoffId,
    personId: viewer.id,
    fieldId,
    kind: "wrong",
    value: field.value,
    source: field.source,
    provider: field.provider ?? null,
    authorId,
    at: now,
  });
  if (authorId) {
    // Nobody is told of what is taken back again.
    const told = { kind: "field_wrong", personId: authorId, leadId, handoffId, fieldId } as const;
    await notify(tx, viewer, [{ ...told, at: takenBackUntil(now) }]);
  }
  if (OF_THE_COMPANY.includes(fieldId)) await attachCompanies(tx, [leadId]);
  return "said";
}

/** The person who wrote a value down by hand, where one did. */
async function authorOf(
  tx: Transaction,
  leadId: string,
  { source, value }: Pick<FieldRow, "source" | "value">,
  fieldId: FieldId,
): Promise<string | null> {
  if (source !== "person") return null;
  const rows = await tx
    .select({ value: leadField.value, personId: leadField.personId })
    .from(leadField)
    .where(
      and(
        eq(leadField.leadId, leadId),
        eq(leadField.fieldId, fieldId),
        eq(leadField.source, "person"),
      ),
    );
  return rows.find((row) => sameContent(row.value, value))?.personId ?? null;
}

/** Writes one field's rows again, each with its place among the others; who wrote them stays. */
async function rewrite(tx: Transaction, leadId: string, rows: readonly FieldRow[]): Promise<void> {
  const authors = await tx
    .select({
      source: leadField.source,
      provider: leadField.provider,
      fieldId: leadField.fieldId,
      personId: leadField.personId,
    })
    .from(leadField)
    .where(eq(leadField.leadId, leadId));
  const writes = withPrevailing(rows).map((row): FieldWrite => {
    const author = authors.find(
      (one) =>
        one.fieldId === row.fieldId &&
        one.source === row.source &&
        one.provider === (row.provider ?? ""),
    );
    return { leadId, row, ...(author?.personId ? { personId: author.personId } : {}) };
  });
  if (writes.length > 0) await writeFields(tx, writes);
}

/** Takes back what was said in a decision of that moment, and the finding with it. */
export async function withdrawWrong(
  tx: Transaction,
  viewer: Viewer,
  { id: handoffId, leadId, at }: { id: string; leadId: string; at: Date },
): Promise<void> {
  const removed = await tx
    .delete(finding)
    .where(and(eq(finding.handoffId, handoffId), eq(finding.kind, "wrong"), eq(finding.at, at)))
    .returning({ fieldId: finding.fieldId });
  for (const { fieldId } of removed) {
    await tx
      .delete(notice)
      .where(
        and(
          eq(notice.kind, "field_wrong"),
          eq(notice.handoffId, handoffId),
          eq(notice.fieldId, fieldId),
        ),
      );
    const rows = (await rowsOf(tx, viewer, leadId, fieldId)).map(
      ({ wrongValues, ...row }): FieldRow => {
        const rest = (wrongValues ?? []).filter((one) => one.at !== at.toISOString());
        return rest.length > 0 ? { ...row, wrongValues: rest } : row;
      },
    );
    await rewrite(tx, leadId, rows);
    if (OF_THE_COMPANY.includes(fieldId)) await attachCompanies(tx, [leadId]);
  }
}

/** Once a person has filled the field by hand, what was said of its old value is seen to. */
export async function settleWrong(
  tx: Transaction,
  _actor: Actor,
  { leadId, fieldId }: { leadId: string; fieldId: FieldId },
  now: Date,
): Promise<void> {
  const ofLead = tx.select({ id: handoff.id }).from(handoff).where(eq(handoff.leadId, leadId));
  await tx
    .update(finding)
    .set({ settledAt: now })
    .where(
      and(
        eq(finding.kind, "wrong"),
        eq(finding.fieldId, fieldId),
        isNull(finding.settledAt),
        inArray(finding.handoffId, ofLead),
      ),
    );
}

/**
 * Has enrichment asked again about a wrong value (G.2), and the providers themselves: an answer of
 * theirs that was kept gave that value.
 */
export async function askAboutWrong(
  tx: Transaction,
  actor: Actor,
  { leadId, fieldId }: { leadId: string; fieldId: FieldId },
  now: Date,
  { enrichment = "job" }: WrongOptions = {},
): Promise<void> {
  if (enrichment !== "job") return;
  const [known] = await tx
    .select({ email: lead.email, domain: company.domain })
    .from(lead)
    .leftJoin(company, eq(company.id, lead.companyId))
    .where(eq(lead.id, leadId));
  const addresses = (await rowsOf(tx, actor, leadId, "C1.4")).map(({ value }) => value);
  const keys = [known?.email, known?.domain, ...addresses]
    .filter((key) => typeof key === "string")
    .map((key) => key.toLowerCase());
  const providers = tx.selectDistinct({ id: enrichmentStep.provider }).from(enrichmentStep);
  await tx
    .delete(enrichmentAnswer)
    .where(
      and(
        inArray(enrichmentAnswer.provider, providers),
        inArray(enrichmentAnswer.key, keys),
        eq(enrichmentAnswer.answer, "found"),
        sql`${enrichmentAnswer.values} ? ${fieldId}::text`,
      ),
    );
  await askForEnrichment(tx, [leadId], now, true);
}

import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { leadField } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import type { Standard } from "@/lib/standard/standard";
import { enrich } from "./chain";
import type { Provider } from "./local-provider";
import { type FieldRow, mergeFields, prevailingOf } from "./merge-fields";
import { enrichmentSubjects, storedFields } from "./queries";

/** Values to be written for one lead; `personId` where a person gave them. */
export type FieldWrite = { leadId: string; row: FieldRow; personId?: string };

/** Values of one statement: PostgreSQL takes 65,535 parameters, and a value has a dozen. */
const AT_ONCE = 4_000;

/** Writes values, each beside those of other sources (C). */
export async function writeFields(tx: Transaction, writes: readonly FieldWrite[]): Promise<void> {
  for (let from = 0; from < writes.length; from += AT_ONCE)
    await writeSome(tx, writes.slice(from, from + AT_ONCE));
}

async function writeSome(tx: Transaction, writes: readonly FieldWrite[]): Promise<void> {
  await tx
    .insert(leadField)
    .values(
      writes.map(({ leadId, row, personId }) => ({
        leadId,
        fieldId: row.fieldId,
        source: row.source,
        provider: row.provider ?? "",
        value: row.value,
        notObtainable: row.notObtainable ?? null,
        verified: row.verified,
        detail: row.detail ?? null,
        obtainedAt: new Date(row.obtainedAt),
        prevails: row.prevails,
        personId: personId ?? null,
      })),
    )
    .onConflictDoUpdate({
      target: [leadField.leadId, leadField.fieldId, leadField.source, leadField.provider],
      set: {
        value: sql`excluded.value`,
        notObtainable: sql`excluded.not_obtainable`,
        verified: sql`excluded.verified`,
        detail: sql`excluded.detail`,
        obtainedAt: sql`excluded.obtained_at`,
        prevails: sql`excluded.prevails`,
        personId: sql`excluded.person_id`,
      },
    });
}

/**
 * Runs the chain for leads (G.2): asks, keeps each answer with its cost and time, and writes what
 * was obtained beside what was captured.
 */
export async function enrichLeads(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  providers: readonly Provider[],
  standard: Standard,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const subjects = await enrichmentSubjects(tx, actor, ids);
  const stored = await storedFields(tx, actor, ids);
  const writes: FieldWrite[] = [];
  const attempts: (typeof enrichmentAttempt.$inferInsert)[] = [];
  for (const [leadId, subject] of subjects) {
    const rows = stored.get(leadId) ?? [];
    const known = prevailingOf(rows);
    const { links, fields } = enrich(providers, subject, known, standard, now);
    for (const row of mergeFields(rows, fields).rows) writes.push({ leadId, row });
    for (const { provider, answer, filled } of links) {
      attempts.push({
        leadId,
        provider: provider.label,
        answer: answer.answer,
        words: answer.words,
        filled,
        costCents: answer.answer === "nothing_to_ask" ? 0 : provider.costCents,
        tookMs: 0,
        at: now,
      });
    }
  }
  await writeFields(tx, writes);
  if (attempts.length > 0) await tx.insert(enrichmentAttempt).values(attempts);
}

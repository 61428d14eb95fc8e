import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { lead, leadField } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { keysOf } from "@/lib/platform/keys-of";
import type { FieldId } from "@/lib/standard/categories";
import type { Asked, ChainRun } from "./chain";
import { type Arriving, type FieldRow, mergeInTurn } from "./merge-fields";
import { storedFields } from "./queries";

/** Values to be written for one lead; `personId` where a person gave them. */
export type FieldWrite = { leadId: string; row: FieldRow; personId?: string };

/** Values of one statement: PostgreSQL takes 65,535 parameters, and a value has a dozen. */
const AT_ONCE = 3_000;

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
        mode: row.mode ?? null,
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
        mode: sql`excluded.mode`,
        personId: sql`excluded.person_id`,
      },
    });
}

/** What the chain said about one lead, to be kept. */
export type LeadRun = ChainRun & { leadId: string };

/** A zero for what was kept or never asked: only an answer that was given just now is paid for. */
function costOf({ step, answer, kept }: Asked): number {
  const free = kept || answer.answer === "nothing_to_ask" || answer.answer === "skipped";
  return free ? 0 : step.costCents;
}

const attemptOf = (leadId: string, asked: Asked, brought: Arriving, now: Date) => ({
  leadId,
  provider: asked.step.label,
  lookup: asked.step.lookup,
  answer: asked.answer.answer,
  cause: asked.answer.answer === "failed" ? asked.answer.cause : null,
  words: asked.answer.words,
  filled: keysOf(brought) as FieldId[],
  costCents: costOf(asked),
  tookMs: asked.tookMs,
  kept: asked.kept,
  at: now,
});

/**
 * Keeps what the chain said about leads: each answer with its cost, time and failure, and each value
 * beside those that are stored by now, which are read again under the leads' lock (G.2).
 */
export async function keepRuns(
  tx: Transaction,
  actor: Actor,
  runs: readonly LeadRun[],
  now: Date,
): Promise<void> {
  const stored = await storedFields(
    tx,
    actor,
    runs.map(({ leadId }) => leadId),
  );
  const writes = runs.flatMap(({ leadId, arrivals }) =>
    mergeInTurn(stored.get(leadId) ?? [], arrivals).map((row): FieldWrite => ({ leadId, row })),
  );
  await writeFields(tx, writes.toSorted(losersFirst));
  const attempts = runs.flatMap(({ leadId, asked, arrivals }) =>
    asked.map((one, index) => attemptOf(leadId, one, arrivals[index] ?? {}, now)),
  );
  for (let from = 0; from < attempts.length; from += AT_ONCE)
    await tx.insert(enrichmentAttempt).values(attempts.slice(from, from + AT_ONCE));
}

/** A row that loses its place is written before the one that takes it: the index allows one. */
const losersFirst = (one: FieldWrite, other: FieldWrite) =>
  Number(one.row.prevails) - Number(other.row.prevails);

/** Leads that came together in larger numbers wait behind those that came alone. */
const A_FEW = 10;
/** If their job were ever lost, the leads are found to be due after this. */
const LOST_AFTER_MS = 15 * 60_000;

/**
 * Has the chain run for leads once this transaction is committed (G.2), as if they had never been
 * tried. `again` where somebody asked for it: kept answers of 'no match' do not count then.
 */
export async function askForEnrichment(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
  again = false,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(lead)
    .set({ enrichmentTries: 0, enrichmentNextAt: new Date(now.getTime() + LOST_AFTER_MS) })
    .where(inArray(lead.id, [...ids]));
  await enqueueEnrichment(tx, ids, again);
}

/** Hands the leads' jobs in, without touching how often they were tried. */
export async function enqueueEnrichment(
  tx: Transaction,
  ids: readonly string[],
  again = false,
): Promise<void> {
  const priority = ids.length <= A_FEW ? 1 : 0;
  const payloads = ids.map((leadId) => ({ leadId, ...(again ? { again } : {}) }));
  await enqueue(tx, "enrich-lead", payloads, { priority });
}

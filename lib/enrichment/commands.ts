import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { enrichmentAttempt, enrichmentStep } from "@/db/schema/enrichment";
import { lead, leadField } from "@/db/schema/lead";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { enqueue } from "@/lib/platform/jobs/commands";
import { keysOf } from "@/lib/platform/keys-of";
import type { FieldId } from "@/lib/standard/categories";
import type { Asked, ChainRun } from "./chain/chain";
import { LOST_AFTER_MS } from "./chain/next-try";
import { type StepChange, stepFault } from "./chain/step-change";
import { abilityOf } from "./providers";
import { storedFields } from "./queries";
import { type Arriving, type FieldRow, mergeInTurn } from "./values/merge-fields";

/** Values to be written for one lead; `personId` where a person gave them. */
export type FieldWrite = { leadId: string; row: FieldRow; personId?: string };

/** Values of one statement: PostgreSQL takes 65,535 parameters, and a value has a dozen. */
const AT_ONCE = 3_000;

/**
 * Writes values, each beside those of other sources (C). A row that loses its place is written before
 * the one that takes it: the index allows one.
 */
export async function writeFields(tx: Transaction, writes: readonly FieldWrite[]): Promise<void> {
  const losersFirst = writes.toSorted((a, b) => Number(a.row.prevails) - Number(b.row.prevails));
  for (let from = 0; from < losersFirst.length; from += AT_ONCE)
    await writeSome(tx, losersFirst.slice(from, from + AT_ONCE));
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
        wrongValues: row.wrongValues ?? null,
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
        wrongValues: sql`excluded.wrong_values`,
        personId: sql`excluded.person_id`,
      },
    });
}

/** What the chain said about one lead, to be kept. */
export type LeadRun = ChainRun & { leadId: string };

/**
 * What was paid for an answer. Providers bill what they found, and what they gave a ticket for:
 * neither 'no match', 'later' and failures, nor what was kept or is paid. One that cannot be read may
 * have been billed, so it counts.
 */
function costOf({ step, answer, kept, paid }: Asked): number {
  const billed =
    answer.answer === "found" ||
    (answer.answer === "later" && answer.ticket !== undefined) ||
    (answer.answer === "failed" && answer.cause === "unreadable");
  return billed && !kept && !paid ? step.costCents : 0;
}

const attemptOf = (leadId: string, asked: Asked, brought: Arriving, now: Date) => ({
  leadId,
  provider: asked.step.label,
  healthKey: asked.step.healthKey,
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
 * beside those that are stored by now, which are read again under the leads' lock (G.2). Answers the
 * leads of which something new is known.
 */
export async function keepRuns(
  tx: Transaction,
  actor: Actor,
  runs: readonly LeadRun[],
  now: Date,
): Promise<string[]> {
  const stored = await storedFields(
    tx,
    actor,
    runs.map(({ leadId }) => leadId),
  );
  const writes = runs.flatMap(({ leadId, arrivals }) =>
    mergeInTurn(stored.get(leadId) ?? [], arrivals).map((row): FieldWrite => ({ leadId, row })),
  );
  await writeFields(tx, writes);
  const attempts = runs.flatMap(({ leadId, asked, arrivals }) =>
    asked.map((one, index) => attemptOf(leadId, one, arrivals[index] ?? {}, now)),
  );
  for (let from = 0; from < attempts.length; from += AT_ONCE)
    await tx.insert(enrichmentAttempt).values(attempts.slice(from, from + AT_ONCE));
  return [...new Set(writes.map(({ leadId }) => leadId))];
}

/** Leads that came together in larger numbers wait behind those that came alone. */
const A_FEW = 10;

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

/**
 * Has held leads tried again within the minute, as if they had never been: something about them has
 * changed that is no capture. Nothing for those that are not held.
 */
export async function makeDue(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(lead)
    .set({ enrichmentTries: 0, enrichmentNextAt: now })
    .where(and(inArray(lead.id, [...ids]), eq(lead.status, "pending_enrichment")));
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

/** People choose from a page of the board, or all that it finds up to this. */
const RETRIED_AT_ONCE = 500;

/**
 * Has the chain asked again about leads that the gate holds, as if they had never been tried (G.1,
 * O.5). Leads that are not held any more are left as they are. Answers which, and how many were left.
 */
export async function retryEnrichment(
  viewer: Viewer,
  { leadIds }: { leadIds: readonly string[] },
  now: Date,
): Promise<Outcome<{ leadIds: string[]; left: number }>> {
  authorize(viewer, "document leads");
  if (leadIds.length > RETRIED_AT_ONCE)
    return refused(`These are too many at once: ${RETRIED_AT_ONCE} at most.`);
  return transaction(async (tx) => {
    const held = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(and(inArray(lead.id, [...leadIds]), eq(lead.status, "pending_enrichment")))
      .orderBy(asc(lead.id))
      .for("update");
    const ids = held.map(({ id }) => id);
    if (ids.length === 0) return refused("None of these is held at the gate any more.");
    await askForEnrichment(tx, ids, now, true);
    const entry = { at: now, verb: "retried", subject: "lead" } as const;
    await record(
      tx,
      viewer,
      ids.map((subjectId) => ({ ...entry, subjectId })),
    );
    return { ok: true, value: { leadIds: ids, left: leadIds.length - ids.length } };
  });
}

/**
 * Changes the steps of the chain: their order, limits, how long answers are kept, and what they may
 * fill (G.2). All of them or none; steps that are not named stay as they are.
 */
export async function saveSteps(
  viewer: Viewer,
  { steps }: { steps: readonly StepChange[] },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "connect systems");
  return transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(enrichmentStep)
      .orderBy(asc(enrichmentStep.id))
      .for("update");
    const before = new Map(rows.map((row) => [row.id, row]));
    for (const step of steps) {
      const row = before.get(step.id);
      if (!row) return refused("A step is gone. Load the page again to see the chain as it is.");
      const able = abilityOf(row);
      const fault = able && stepFault(step, able.label, able.lookup);
      if (fault) return fault;
    }
    for (const { id, ...change } of steps)
      await tx
        .update(enrichmentStep)
        .set({ ...change, updatedAt: now })
        .where(eq(enrichmentStep.id, id));
    const told = (list: readonly StepChange[]) =>
      list.map(({ id, position, enabled, timeLimitMs, cacheDays, fills }) => {
        const { provider = "", lookup = "" } = before.get(id) ?? {};
        return { provider, lookup, position, enabled, timeLimitMs, cacheDays, fills };
      });
    const named = steps.flatMap(({ id }) => before.get(id) ?? []);
    const entry = { at: now, verb: "changed", subject: "enrichment", subjectId: "chain" } as const;
    await record(tx, viewer, [{ ...entry, before: told(named), after: told(steps) }]);
    return done;
  });
}

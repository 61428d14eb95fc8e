import { setTimeout as wait } from "node:timers/promises";
import { asc, inArray, lte, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { asking } from "@/lib/enrichment/chain/asking";
import { type Ask, type Elapse, runChain } from "@/lib/enrichment/chain/chain";
import { LOST_AFTER_MS, nextTryAfter, whenPromised } from "@/lib/enrichment/chain/next-try";
import type { Step } from "@/lib/enrichment/chain/step";
import { enqueueEnrichment, keepRuns, type LeadRun } from "@/lib/enrichment/commands";
import { openHealthBook } from "@/lib/enrichment/health/book";
import { FAILURES } from "@/lib/enrichment/provider";
import { chainToRun } from "@/lib/enrichment/providers";
import { leadsToEnrich } from "@/lib/enrichment/queries";
import { attachCompanies } from "@/lib/intake/companies/commands";
import { lockLeads } from "@/lib/intake/queries";
import { labelSwitchboards } from "@/lib/intake/switchboards/commands";
import type { Clock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { CATEGORIES, type FieldId } from "@/lib/standard/categories";
import type { Standard } from "@/lib/standard/standard";
import { processLeads } from "../commands";
import { standardAt } from "../queries";
import { inGroups } from "./in-groups";

/** Leads whose chain runs at the same time, and leads that one transaction keeps. */
const SIDE_BY_SIDE = 50;
const AT_MOST = 50;

type EnrichOptions = {
  clock: Clock;
  /** True where somebody wants it asked again now: kept answers of 'no match' do not count. */
  anew?: boolean;
  /** The chain and how it is asked, where not those in force: tests bring their own. */
  steps?: readonly Step[];
  ask?: Ask;
  time?: () => Elapse;
};

const systemTime = (): Elapse => {
  const began = performance.now();
  return { elapsed: () => performance.now() - began, pause: (ms) => wait(ms) };
};

/**
 * Runs the chain for leads and keeps what came of it (G.2): first everything is read and asked,
 * outside of any transaction; then, as leads get ready, their answers are kept, they are judged
 * anew, and routed where they are complete. Safe to run twice: what is known is not asked. Answers
 * the leads that could not be kept; their neighbours are.
 */
export async function enrichLeads(
  actor: Actor,
  ids: readonly string[],
  { clock, anew = false, time = systemTime, ...given }: EnrichOptions,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const steps = given.steps ?? (await chainToRun(actor));
  const standard = await standardAt(clock());
  const leads = await leadsToEnrich(actor, ids);
  const ask = given.ask ?? asking(actor, await openHealthBook(actor), { clock, time, anew });
  const failed: string[] = [];
  await inGroups(
    leads,
    { sideBySide: SIDE_BY_SIDE, atMost: AT_MOST },
    async (one): Promise<LeadRun> => ({
      leadId: one.id,
      ...(await runChain(one.isAside ? [] : steps, one, standard, clock(), ask, time())),
    }),
    async (runs) => {
      failed.push(...(await settleEach(actor, runs, { steps, standard, clock })));
    },
  );
  return failed;
}

type Settling = { steps: readonly Step[]; standard: Standard; clock: Clock };

/** One lead that cannot be kept must not cost its group: then each is kept by itself. */
async function settleEach(
  actor: Actor,
  runs: readonly LeadRun[],
  settling: Settling,
): Promise<string[]> {
  try {
    await transaction((tx) => settle(tx, actor, runs, settling));
    return [];
  } catch (err) {
    if (runs.length > 1) {
      const failed: string[] = [];
      for (const run of runs) failed.push(...(await settleEach(actor, [run], settling)));
      return failed;
    }
    log().error({ err, lead: runs[0]?.leadId }, "What the chain said about a lead was not kept");
    return runs.map(({ leadId }) => leadId);
  }
}

async function settle(
  tx: Transaction,
  actor: Actor,
  runs: readonly LeadRun[],
  { steps, standard, clock }: Settling,
): Promise<void> {
  const now = clock();
  const ids = runs.map(({ leadId }) => leadId);
  await lockLeads(tx, actor, ids);
  // Where nothing new was said the lead was judged already, when it came.
  const changed = await keepRuns(tx, actor, runs, now);
  if (changed.length > 0) await attachCompanies(tx, changed);
  const colleagues = await labelSwitchboards(tx, actor, changed);
  await processLeads(tx, actor, [...changed, ...colleagues], now);
  const standing = await standingOf(tx, ids, standard);
  const next = runs.map((run) => {
    const { holds, tries } = standing.get(run.leadId) ?? { holds: [], tries: 0 };
    // To ask after what is paid for is no try in vain: it must not use up the lead's tries.
    const promised = whenPromised(run.asked, now);
    const vain = holds.length > 0 ? tries + (promised ? 0 : 1) : 0;
    const at =
      promised ?? (holds.length > 0 ? nextTryAfter({ ...run, steps }, holds, vain, now) : null);
    const failed = run.asked.some(({ answer }) => FAILURES.includes(answer.answer)) ? now : null;
    return { id: run.leadId, tries: vain, at: at?.toISOString() ?? null, failed };
  });
  await tx.execute(sql`
    update lead set enrichment_tries = x.tries, enrichment_next_at = x.at, sync_failed_at = x.failed
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb)
      as x(id uuid, tries integer, at timestamptz, failed timestamptz)
    where lead.id = x.id`);
}

/** What still keeps each lead at the gate, and how often it was tried; nothing where it is not held. */
async function standingOf(tx: Transaction, ids: string[], { gates }: Standard) {
  const rows = await tx
    .select({
      id: lead.id,
      status: lead.status,
      missing: lead.missing,
      tries: lead.enrichmentTries,
    })
    .from(lead)
    .where(inArray(lead.id, ids));
  const gated = CATEGORIES.filter(({ key }) => gates.includes(key));
  const holding = new Set<FieldId>(gated.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return new Map(
    rows.map(({ id, status, missing, tries }) => {
      const isHeld = status === "pending_enrichment";
      const holds = isHeld ? missing.filter((one) => holding.has(one)) : [];
      return [id, { holds, tries }] as const;
    }),
  );
}

/** Due leads that one run of the job hands out; what is left is due in the next. */
const DUE_AT_ONCE = 500;

/**
 * Hands out the leads whose next try is due: each once, also where several processes look at the
 * same time, and also where it fell due long ago while nothing ran. Answers how many.
 */
export async function findDueLeads(_actor: Actor, now: Date): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(lte(lead.enrichmentNextAt, now))
      .orderBy(asc(lead.enrichmentNextAt))
      .limit(DUE_AT_ONCE)
      .for("update", { skipLocked: true });
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx
      .update(lead)
      .set({ enrichmentNextAt: new Date(now.getTime() + LOST_AFTER_MS) })
      .where(inArray(lead.id, ids));
    await enqueueEnrichment(tx, ids);
    return ids.length;
  });
}

import { sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { type FieldWrite, makeDue, writeFields } from "@/lib/enrichment/commands";
import { NO_LEAD } from "@/lib/intake/lead-id";
import type { RoutingDecision } from "@/lib/routing/owner";
import type { Rerouting } from "@/lib/routing/rerouting";
import { writeScores } from "@/lib/scoring/ledger/commands";
import { modelInForce } from "@/lib/scoring/queries";
import type { MissingField } from "@/lib/standard/completeness";
import type { Standard } from "@/lib/standard/standard";
import { countExclusions } from "@/lib/trail/counts/commands";
import { dayChanges } from "@/lib/trail/exclusion/exclusion-days";
import { type Assessment, assess } from "./assessment";
import { decisionsNow } from "./elsewhere/commands";
import type { KeptDecision } from "./elsewhere/decision";
import { endGraceInTime } from "./grace/commands";
import { graceEnd } from "./grace/grace";
import { icpRows } from "./icp-rows";
import type { LeadFile } from "./lead-file";
import { leadRow } from "./lead-row";
import { isToGoOn } from "./leavers/last-owner";
import { lastOwner } from "./leavers/queries";
import { routeOnward } from "./onward/commands";
import { leadFiles, standardAt } from "./queries";
import { scoreWrite } from "./score-write";
import { HANDED_OFF, type LeadStatus, OPEN_WITH_REP, WITH_A_REP } from "./status";

/**
 * How a lead is released: as was decided elsewhere, by the rules, or by them to somebody else. Whom a
 * person elsewhere chose needs access, and nothing else.
 */
export type Release = RoutingDecision | "by rules" | Rerouting;

type Options = {
  release?: Release;
  /** Judged only because time went by. */
  byTime?: boolean;
};
/** What became of a lead; `handoffId` is of the handoff that was made just now. */
type Processed = Assessment & { status: LeadStatus; handoffId: string | null };
/** A lead as it was judged just now. */
export type Judged = {
  file: LeadFile;
  assessment: Assessment;
  status: LeadStatus;
  /** Until when it waits, or waited, for a person's summary (G.5); null where it does not. */
  graceEndsAt: Date | null;
};

/**
 * The one place where a lead is judged: assessed against the standard in force, then held, left
 * ready, or handed off (G.3). Answers what became of each lead.
 */
export async function processLeads(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  now: Date,
  options: Options = {},
): Promise<Map<string, Processed>> {
  const standard = await standardAt(now, tx);
  const model = await modelInForce(tx);
  const judged = (await leadFiles(tx, actor, ids, now)).map((file): Judged => {
    const assessment = assess(file, standard, model, now);
    const status = statusOf(file, assessment);
    return {
      file,
      assessment,
      status,
      graceEndsAt: graceEnd(file, goesOut(assessment, status), standard, now),
    };
  });
  await writeFields(tx, judged.flatMap(icpWrites));
  await writeAssessments(tx, judged, standard, now);
  const scores = judged.map((one) => scoreWrite(one, { model, now, byTime: !!options.byTime }));
  await writeScores(tx, scores, now);
  await makeDue(tx, newlyHeld(judged), now);
  await endGraceInTime(tx, judged);
  await countExclusions(
    tx,
    actor,
    judged.flatMap(({ file, assessment }) =>
      dayChanges(file.exclusionDays, assessment.exclusionDays, now),
    ),
  );
  const decided = await decisionsNow(tx, actor, judged, options.release, now);
  const results = new Map<string, Processed>();
  for (const one of judged) {
    const kept = decided.get(one.file.id);
    const goes = mayRoute(one, options.release ?? kept?.ownerId, now);
    const by = { standard, model, now };
    const routed = goes ? await routeOnward(tx, actor, one, by, kept ?? options.release) : null;
    results.set(one.file.id, {
      ...one.assessment,
      handoffId: routed,
      status: routed ? "routed" : one.status,
    });
  }
  return results;
}

/** Held again, after a change of the standard or of what is known, or brought back: to be asked about. */
const newlyHeld = (judged: readonly Judged[]) =>
  judged
    .filter(({ file, status }) => {
      const wasHere = file.status === "ready" || file.status === "excluded";
      return status === "pending_enrichment" && wasHere;
    })
    .map(({ file }) => file.id);

const icpWrites = ({ file, assessment }: Judged): FieldWrite[] =>
  icpRows(file, assessment).map((row) => ({ leadId: file.id, row }));

function statusOf(file: LeadFile, assessment: Assessment): LeadStatus {
  if (file.setAside) return "excluded";
  if (HANDED_OFF.includes(file.status)) return file.status;
  return assessment.holds.length > 0 ? "pending_enrichment" : "ready";
}

/**
 * Routed by itself once documented and an MQL; again, or sooner, only when a person releases it or a
 * system elsewhere decided for a rep.
 */
function mayRoute(
  { file, assessment, status, graceEndsAt }: Judged,
  released: Release | KeptDecision["ownerId"] | undefined,
  now: Date,
): boolean {
  if (file.setAside || assessment.holds.length > 0) return false;
  if (released) return true;
  return goesOut(assessment, status) && (graceEndsAt === null || graceEndsAt <= now);
}

const goesOut = ({ trigger }: Assessment, status: LeadStatus) =>
  status === "ready" && trigger !== null;

/** One statement for all: an import judges hundreds at a time, and a statement each is most of its time. */
async function writeAssessments(
  tx: Transaction,
  judged: readonly Judged[],
  standard: Standard,
  now: Date,
): Promise<void> {
  if (judged.length === 0) return;
  const rows = JSON.stringify(judged.map((one) => leadRow(one, standard)));
  await tx.execute(sql`
    update lead set status = x.status, contact_basics = x.contact_basics,
      company_intelligence = x.company_intelligence, behavioral_trail = x.behavioral_trail,
      scoring_context = x.scoring_context, handoff_metadata = x.handoff_metadata,
      missing = x.missing, filled = x.filled, verified = x.verified,
      standard_version = x.standard_version, computed = x.computed,
      exclusion_days = x.exclusion_days, doubtful_at = x.doubtful_at,
      grace_ends_at = x.grace_ends_at, tier = x.tier,
      score_total = x.score_total, score_due_at = x.score_due_at, trend = x.trend, mql_at = x.mql_at, trigger = x.trigger,
      name = x.name, job_title = x.job_title, company_name = x.company_name,
      country = x.country, channel = x.channel, updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, status lead_status,
      contact_basics verdict, company_intelligence verdict, behavioral_trail verdict,
      scoring_context verdict, handoff_metadata verdict, missing text[], filled bigint,
      verified bigint, standard_version integer, computed jsonb, exclusion_days jsonb,
      doubtful_at timestamptz, grace_ends_at timestamptz, tier smallint,
      score_total integer, score_due_at timestamptz, trend text, mql_at timestamptz, trigger text, name text,
      job_title text, company_name text, country text, channel text)
    where lead.id = x.id`);
}

/**
 * Releases a documented lead to a rep now: below the threshold, after a rejection to another rep
 * while one can take it, or anew where its rep has no access any more (O).
 */
export async function release(
  viewer: Viewer,
  input: { leadId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return releaseAs(viewer, input.leadId, "by rules", now);
}

/** What became of a release; `holds` are what keeps the lead at the gate, where that does. */
export type Released = Outcome & { holds?: readonly MissingField[] };

/** Routes by the rules, or as a system elsewhere decided (K.4), through the same gate. */
export async function releaseAs(
  actor: Actor,
  leadId: string,
  decision: Release,
  now: Date,
  outer?: Transaction,
): Promise<Released> {
  return transaction(async (tx): Promise<Released> => {
    const [file] = await leadFiles(tx, actor, [leadId], now);
    if (!file) return refused(NO_LEAD);
    if (file.setAside) return refused("This lead was set aside. Bring it back first.");
    const last = HANDED_OFF.includes(file.status) ? await lastOwner(tx, actor, leadId) : null;
    if (WITH_A_REP.includes(file.status)) {
      const isLeft = last?.hasLeft && OPEN_WITH_REP.includes(file.status);
      if (!isLeft) return refused("A rep has this lead already.");
    }
    const results = await processLeads(tx, actor, [leadId], now, { release: decision });
    const result = results.get(leadId);
    if (result?.handoffId) return done;
    if (result?.holds.length) {
      const missing = result.holds.map((field) => field.label).join(", ");
      const holds = { holds: result.holds };
      return { ...refused(`The gate holds this lead. Missing: ${missing}.`), ...holds };
    }
    const goesOn = decision === "by rules" && last && isToGoOn(last);
    return refused(goesOn ? "Nobody else can take it." : "No active rep can take it.");
  }, outer);
}

import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { hindrance } from "@/lib/routing/availability";
import { handOff, keepCredits, noteFallback, teamInTurn } from "@/lib/routing/commands";
import { leadFacts, productsAsked } from "@/lib/routing/lead-facts";
import { chooseOwner, type RoutingDecision, type Team } from "@/lib/routing/owner";
import { routingInForce } from "@/lib/routing/queries";
import type { RoutingSettings } from "@/lib/routing/rule-book";
import { segmentsOf } from "@/lib/routing/segment";
import type { ScoringModel } from "@/lib/scoring/model/model";
import { personTrigger } from "@/lib/scoring/trigger/trigger";
import type { Standard } from "@/lib/standard/standard";
import { type Assessment, assess } from "../assessment";
import type { Release } from "../commands";
import { forgetDecision } from "../elsewhere/commands";
import { asDecided, type KeptDecision } from "../elsewhere/decision";
import type { LeadFile } from "../lead-file";
import { handoffColumns, snapshotOf } from "../snapshot-of";
import { WITH_A_REP } from "../status";

type Judged = { file: LeadFile; assessment: Assessment };

/** A decision with what the rules want kept; one made elsewhere wants nothing. */
type Decided = { decision: RoutingDecision; owner: { id: string; name: string } } & Partial<
  Pick<NonNullable<ReturnType<typeof chooseOwner>>, "credits" | "byFallback">
>;

/**
 * Hands a judged lead to whom the rules choose, or whom a system elsewhere chose among those who can
 * take one. Answers the handoff's id, or null where there is nobody.
 */
export async function route(
  tx: Transaction,
  actor: Actor,
  { file, assessment: judged }: Judged,
  by: { standard: Standard; model: ScoringModel; now: Date },
  release: Release | KeptDecision | undefined,
): Promise<string | null> {
  const { standard, model, now } = by;
  // Whoever releases a lead that is no MQL makes it one, and the handoff says so throughout.
  const released = {
    text: personTrigger(isKept(release) ? release.decidedBy : actor.name),
    at: now,
  };
  const assessment = judged.trigger ? judged : assess(file, standard, model, now, released);
  const { settings } = await routingInForce(tx);
  const team = await teamInTurn(tx, actor, settings.fallbackId, now);
  const decided = decide({ file, assessment }, team, settings, now, release);
  if (!decided) return null;
  const { decision, owner, credits = [], byFallback = false } = decided;
  const trigger = assessment.trigger ?? released;
  const snapshot = snapshotOf(file, assessment, { ...decision, owner }, standard, now, trigger);
  const segmentIds = segmentsOf(settings.segments, factsOf(file, assessment)).map(({ id }) => id);
  if (assessment !== judged) await keepReleased(tx, file.id, assessment);
  const handoffId = await handOff(tx, actor, snapshot, handoffColumns(assessment), segmentIds);
  await keepCredits(tx, credits);
  if (byFallback) await noteFallback(tx, handoffId, now);
  // What was decided of a lead that a rep has is seen to when the CRM is read.
  if (!WITH_A_REP.includes(file.status)) await forgetDecision(tx, actor, file.id);
  return handoffId;
}

/** The lead's own row says what its handoff says: who released it made it an MQL (C4.6). */
async function keepReleased(tx: Transaction, leadId: string, assessment: Assessment) {
  const { trigger, computed, missing } = assessment;
  await tx
    .update(lead)
    .set({
      mqlAt: trigger?.at ?? null,
      trigger: trigger?.text ?? null,
      computed,
      missing: missing.map(({ id }) => id),
    })
    .where(eq(lead.id, leadId));
}

const factsOf = (file: LeadFile, assessment: Assessment) =>
  leadFacts(assessment.fields, {
    accountOwnerId: file.company?.ownerId ?? null,
    products: productsAsked(assessment.credible),
  });

const isKept = (release: Release | KeptDecision | undefined): release is KeptDecision =>
  typeof release === "object" && "decidedBy" in release;

function decide(
  { file, assessment }: Judged,
  team: Team,
  settings: RoutingSettings,
  now: Date,
  given: Release | KeptDecision | undefined,
): Decided | null {
  const release: Release | undefined = isKept(given)
    ? asDecided(
        given,
        team.reps.find(({ id }) => id === given.ownerId),
        now,
      )
    : given;
  if (typeof release === "object" && "ownerId" in release) {
    const owner = team.reps.find(({ id, active }) => active && id === release.ownerId);
    const takes = owner && (release.owned || !hindrance(owner, now));
    return takes ? { decision: release, owner } : null;
  }
  const facts = factsOf(file, assessment);
  const again = typeof release === "object" ? release : undefined;
  const chosen = chooseOwner(facts, team, settings, now, again);
  if (!chosen) return null;
  const { credits, byFallback, ...decision } = chosen;
  const people = [...team.reps, ...(team.fallback ? [team.fallback] : [])];
  const owner = people.find(({ id }) => id === decision.ownerId);
  if (!owner) throw new Error("The rules chose somebody who is not there.");
  return { decision, owner, credits, byFallback };
}

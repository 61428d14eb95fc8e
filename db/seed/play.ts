import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { agenda } from "./agenda";
import { type Cast, perform, type Stage, stageFor } from "./stage";
import type { Happening, LeadHappening } from "./story/happening";
import type { Story } from "./story/story";

/** What was played; `refusals` are the product's words, none where story and product agree. */
export type Played = { steps: number; refusals: string[] };

/** Leads that are played side by side, so that one's wait for the database is another's turn. */
const SIDE_BY_SIDE = 4;

/** What reps do about the handoffs that a step has made: they all carry its time. */
async function whenRouted(stage: Stage, story: Story, step: Happening): Promise<LeadHappening[]> {
  const madeBy = eq(handoff.routedAt, step.at);
  const ofLead =
    step.kind === "synced" ? madeBy : and(madeBy, eq(handoff.leadId, stage.leadId(step.lead)));
  const rows = await db
    .select({ handoffId: handoff.id, leadId: handoff.leadId, ownerId: handoff.ownerId })
    .from(handoff)
    .where(ofLead);
  const everybody = [...stage.cast.values()];
  return rows.flatMap(({ handoffId, leadId, ownerId }) => {
    const key = stage.keyOf(leadId);
    const owner = everybody.find(({ viewer }) => viewer.id === ownerId)?.member;
    if (!key || !owner) return [];
    const times = stage.handedOff(key);
    return story.whenRouted({ lead: key, handoffId, owner, routedAt: step.at, times });
  });
}

/** What marketing ops does about a lead that the gate holds when it comes in. */
async function whenHeld(stage: Stage, story: Story, step: LeadHappening): Promise<LeadHappening[]> {
  const [row] = await db
    .select({ status: lead.status, missing: lead.missing })
    .from(lead)
    .where(eq(lead.id, stage.leadId(step.lead)));
  if (row?.status !== "pending_enrichment") return [];
  const holding = row.missing.filter((id) => id.startsWith("C1.") || id.startsWith("C2."));
  return story.whenHeld(step.lead, holding, step.at);
}

async function answersTo(stage: Stage, story: Story, step: Happening): Promise<LeadHappening[]> {
  switch (step.kind) {
    case "captured":
      return [...(await whenHeld(stage, story, step)), ...(await whenRouted(stage, story, step))];
    case "acted":
    case "synced":
    case "filled":
    case "released":
    case "summarised":
    case "noted":
      return whenRouted(stage, story, step);
    default:
      return [];
  }
}

/**
 * Plays a story up to a moment through the product's own commands, each with the clock of its
 * happening, so that nothing is written around the gate. A lead's happenings follow one another in
 * the order of time, also those that answer what the product did; different leads do not wait for
 * each other between two nights.
 */
export async function play(story: Story, cast: Cast, until: Date): Promise<Played> {
  const stage = stageFor(cast);
  const plan = agenda(story.happenings, until);
  const played: Played = { steps: 0, refusals: [] };
  const one = async (step: Happening) => {
    const outcome = await perform(stage, step);
    played.steps += 1;
    if (!outcome.ok) played.refusals.push(`${step.kind}: ${outcome.reason}`);
    plan.done(step, await answersTo(stage, story, step));
  };
  const underWay = new Set<Promise<void>>();
  for (;;) {
    const step = underWay.size < SIDE_BY_SIDE ? plan.next() : undefined;
    if (step) {
      const work = one(step).finally(() => underWay.delete(work));
      underWay.add(work);
    } else if (underWay.size > 0) await Promise.race(underWay);
    else return played;
  }
}

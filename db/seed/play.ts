import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { type Cast, perform, type Stage, stageFor } from "./stage";
import type { Happening } from "./story/happening";
import type { Story } from "./story/story";

/** What was played; `refusals` are the product's words, none where story and product agree. */
export type Played = { steps: number; refusals: string[] };

/** What is still to come, up to `until`; of two at one instant the one told first. */
function agenda(happenings: readonly Happening[], until: Date) {
  // The next one last, so that it is taken off without moving the others.
  const pending = happenings.toReversed();
  return {
    next: () => pending.pop(),
    add(happening: Happening) {
      if (happening.at > until) return;
      const place = pending.findLastIndex(({ at }) => at > happening.at);
      pending.splice(place + 1, 0, happening);
    },
  };
}

/** What reps do about the handoffs that a step has made: they all carry its time. */
async function answerRoutings(stage: Stage, story: Story, at: Date): Promise<Happening[]> {
  const rows = await db
    .select({ handoffId: handoff.id, leadId: handoff.leadId, ownerId: handoff.ownerId })
    .from(handoff)
    .where(eq(handoff.routedAt, at));
  const everybody = [...stage.cast.values()];
  return rows.flatMap(({ handoffId, leadId, ownerId }) => {
    const key = stage.keyOf(leadId);
    const owner = everybody.find(({ viewer }) => viewer.id === ownerId)?.member;
    if (!key || !owner) return [];
    const times = stage.handedOff(key);
    return story.whenRouted(key, { handoffId, owner, routedAt: at, times });
  });
}

/** What marketing ops does about those of the leads that the gate holds. */
async function answerHolds(stage: Stage, story: Story, leads: string[], at: Date) {
  const rows = await db
    .select({ id: lead.id, status: lead.status, missing: lead.missing })
    .from(lead)
    .where(inArray(lead.id, leads.map(stage.leadId)));
  return rows.flatMap(({ id, status, missing }) => {
    const key = stage.keyOf(id);
    if (!key || status !== "pending_enrichment") return [];
    const holding = missing.filter(
      (fieldId) => fieldId.startsWith("C1.") || fieldId.startsWith("C2."),
    );
    return story.whenHeld(key, holding, at);
  });
}

async function answersTo(stage: Stage, story: Story, step: Happening): Promise<Happening[]> {
  switch (step.kind) {
    case "captured": {
      const held = await answerHolds(
        stage,
        story,
        step.leads.map(({ lead }) => lead),
        step.at,
      );
      return [...held, ...(await answerRoutings(stage, story, step.at))];
    }
    case "acted":
    case "filled":
    case "released":
    case "summarised":
    case "noted":
      return answerRoutings(stage, story, step.at);
    default:
      return [];
  }
}

/**
 * Plays a story up to a moment through the product's own commands, in the order of time and each
 * with the clock of its happening, so that nothing is written around the gate.
 */
export async function play(story: Story, cast: Cast, until: Date): Promise<Played> {
  const stage = stageFor(cast);
  const pending = agenda(story.happenings, until);
  const played: Played = { steps: 0, refusals: [] };
  for (let step = pending.next(); step; step = pending.next()) {
    const outcome = await perform(stage, step);
    played.steps += 1;
    if (!outcome.ok) played.refusals.push(`${step.kind}: ${outcome.reason}`);
    for (const answer of await answersTo(stage, story, step)) pending.add(answer);
  }
  return played;
}

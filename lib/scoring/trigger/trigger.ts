import type { Activity } from "@/lib/intake/activities/activity";
import { chronological } from "@/lib/trail/chronology";
import { DORMANT_DAYS } from "@/lib/trail/settings";
import { act } from "@/lib/trail/wording/wording";
import type { IcpFit } from "../icp/icp";
import type { ScoringModel } from "../model/model";
import { arrive, startReplay, totalsAt } from "../replay";
import { type TriggerParts, triggerParts, triggerText } from "./trigger-wording";

/**
 * What made a lead an MQL (C4.6). `text` is the sentence for the rep, `act` its main clause. Both
 * tell times only by how far apart things were, so that they stay true for whoever reads later.
 */
export type Trigger = {
  at: Date;
  activityId: string;
  rule: string;
  text: string;
  act: string;
  parts: TriggerParts;
  /** When the activity came in, and with what. */
  receivedAt: Date | null;
  origin: string;
};

type Crossing = { index: number; rule: string };

/** The last activity that took the total from below the threshold to it or over it. */
function lastCrossing(
  ordered: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
): Crossing | null {
  const replay = startReplay(model);
  let found: Crossing | null = null;
  for (const [index, activity] of ordered.entries()) {
    const at = activity.occurredAt.getTime();
    const before = totalsAt(replay, fit, at).total;
    const rule = arrive(replay, activity);
    if (!rule || before >= model.threshold) continue;
    if (totalsAt(replay, fit, at).total >= model.threshold) found = { index, rule: rule.id };
  }
  return found;
}

/**
 * The activity whose arrival took the total over the threshold, after it was last below, with the
 * sentence that names it and what came before. Null where no activity did. The fit is taken as it
 * is now, activities after `now` do not count, and their order does not matter. Who comes back after
 * `dormantDays` of silence is said to (X.1).
 */
export function findTrigger(
  activities: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
  now: Date,
  dormantDays = DORMANT_DAYS,
): Trigger | null {
  const ordered = chronological(activities).filter(({ occurredAt }) => occurredAt <= now);
  const crossing = lastCrossing(ordered, fit, model);
  const activity = crossing && ordered[crossing.index];
  if (!crossing || !activity) return null;
  const past = ordered.slice(0, crossing.index);
  const at = activity.occurredAt;
  const parts = triggerParts(activity, past, model, dormantDays);
  return {
    at,
    activityId: activity.id,
    rule: crossing.rule,
    parts,
    text: triggerText(parts, at),
    act: parts.act,
    receivedAt: activity.receivedAt ?? null,
    origin: activity.source,
  };
}

/** Whether a trigger's sentence names an activity. */
export const namesActivity =
  (trigger: { text: string; at: Date }) =>
  (one: Activity): boolean =>
    one.occurredAt.getTime() === trigger.at.getTime() && trigger.text.startsWith(act(one));

/** The activity that a trigger's sentence names, so that the trail need not; null where none is. */
export function namedActivity(
  activities: readonly Activity[],
  trigger: { text: string; at: Date } | null,
): { activityId: string } | null {
  if (!trigger) return null;
  const named = activities.find(namesActivity(trigger));
  return named ? { activityId: named.id } : null;
}

/** C4.6 where a person made the lead an MQL. */
export function personTrigger(name: string): string {
  return `${name} marked this lead as ready for sales`;
}

/** C4.6 where the lead came with the decision of another system or file, named. */
export function importTrigger(origin: string): string {
  return `Came in as ready for sales with ${origin}`;
}

/** C4.6 where it was crossed by activities that came in long after they had happened. */
export function lateTrigger(origin: string): string {
  return `Became ready for sales when earlier activities came in with ${origin}`;
}

/** C4.6 where the company alone is worth the threshold. */
export function fitTrigger(): string {
  return "Became ready for sales because the company fits so well";
}

/** C4.6 where nothing new happened, but the score counts differently since a version. */
export function modelTrigger(version: number): string {
  return `Became ready for sales when version ${version} of the scoring model took effect`;
}

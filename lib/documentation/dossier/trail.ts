import type { Activity } from "@/lib/intake/activity";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { type Candidate, candidates } from "@/lib/trail/curation";
import { exclusionLabel, exclusionWhy, type LeftOut } from "@/lib/trail/exclusions";
import type { TrailSettings } from "@/lib/trail/settings";
import { act } from "@/lib/trail/wording";

/** Who left an activity out, or brought it back, against the rules (X.6). */
export type ChoiceMade = { by: string; at: Date; words: string | null };

/** One activity in words. */
export type Deed = { id: string; at: Date; text: string; chosen: ChoiceMade | null };

/** A touchpoint with the latest activities it is made of; `activityIds` are all of them. */
export type TouchpointLine = Touchpoint & { deeds: Deed[]; activityIds: string[] };

/** What one rule left out, with its latest activities (X.6). */
export type LeftOutLine = {
  rule: string;
  label: string;
  /** What the rule goes by. */
  why: string;
  count: number;
  deeds: Deed[];
};

/** By the activity's id. */
export type ChoicesMade = ReadonlyMap<string, ChoiceMade>;

/** More than this behind one line is chosen about as a whole. */
const DEEDS_SHOWN = 60;

/** An activity in words, with who chose about it. */
export const deedOf =
  (choices: ChoicesMade) =>
  (activity: Activity): Deed => ({
    id: activity.id,
    at: activity.occurredAt,
    text: act(activity),
    chosen: choices.get(activity.id) ?? null,
  });

const sameLine = (touchpoint: Touchpoint) => (one: Candidate) =>
  one.kind === touchpoint.kind &&
  one.text === touchpoint.text &&
  one.firstAt === touchpoint.firstAt &&
  one.lastAt === touchpoint.lastAt;

/** Each touchpoint with what is behind it, the newest first. */
export function touchpointLines(
  touchpoints: readonly Touchpoint[],
  kept: readonly Activity[],
  choices: ChoicesMade,
  now: Date,
): TouchpointLine[] {
  const all = candidates(kept, { now });
  const byId = new Map(kept.map((activity) => [activity.id, activity]));
  return touchpoints.map((touchpoint) => {
    const ids = all.find(sameLine(touchpoint))?.activityIds ?? [];
    const behind = ids.flatMap((id) => byId.get(id) ?? []).toReversed();
    const deeds = behind.slice(0, DEEDS_SHOWN).map(deedOf(choices));
    return { ...touchpoint, deeds, activityIds: [...ids] };
  });
}

/** What was left out, by rule, the most first. Takes the newest first, as `sift` gives it. */
export function leftOutLines(
  leftOut: readonly LeftOut[],
  settings: TrailSettings,
  choices: ChoicesMade,
): LeftOutLine[] {
  return [...Map.groupBy(leftOut, ({ rule }) => rule)]
    .map(([rule, those]) => ({
      rule,
      label: exclusionLabel(rule, settings),
      why: exclusionWhy(rule) ?? "",
      count: those.length,
      deeds: those.slice(0, DEEDS_SHOWN).map(({ activity }) => deedOf(choices)(activity)),
    }))
    .toSorted((one, other) => other.count - one.count);
}

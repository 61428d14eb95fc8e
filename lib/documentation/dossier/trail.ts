import type { Activity } from "@/lib/intake/activity";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { type Candidate, candidates } from "@/lib/trail/curation";
import { exclusionLabel, type LeftOut } from "@/lib/trail/exclusions";
import { act } from "@/lib/trail/wording";

/** One activity in words. */
export type Deed = { id: string; at: Date; text: string };

/** A touchpoint with the latest activities it is made of. */
export type TouchpointLine = Touchpoint & { deeds: Deed[] };

/** What one rule left out, with its latest activities (X.6). */
export type LeftOutLine = { rule: string; label: string; count: number; deeds: Deed[] };

/** Nobody reads more than this behind one line. */
const DEEDS_SHOWN = 12;

const deed = (activity: Activity): Deed => ({
  id: activity.id,
  at: activity.occurredAt,
  text: act(activity),
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
  now: Date,
): TouchpointLine[] {
  const all = candidates(kept, { now });
  const byId = new Map(kept.map((activity) => [activity.id, activity]));
  return touchpoints.map((touchpoint) => {
    const ids = all.find(sameLine(touchpoint))?.activityIds ?? [];
    const behind = ids.flatMap((id) => byId.get(id) ?? []).toReversed();
    return { ...touchpoint, deeds: behind.slice(0, DEEDS_SHOWN).map(deed) };
  });
}

/** What was left out, by rule, the most first. Takes the newest first, as `sift` gives it. */
export function leftOutLines(leftOut: readonly LeftOut[]): LeftOutLine[] {
  return [...Map.groupBy(leftOut, ({ rule }) => rule)]
    .map(([rule, those]) => ({
      rule,
      label: exclusionLabel(rule),
      count: those.length,
      deeds: those.slice(0, DEEDS_SHOWN).map(({ activity }) => deed(activity)),
    }))
    .toSorted((one, other) => other.count - one.count);
}

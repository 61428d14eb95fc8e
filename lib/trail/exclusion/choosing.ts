import type { Activity } from "@/lib/intake/activities/activity";
import type { TrailSettings } from "../settings";
import type { ActivityChoice, Chosen } from "./choices";
import { type ExclusionRuleId, sift } from "./exclusions";

/** A choice that has to stand in writing, and the rule it stands against where there is one. */
type WrittenChoice = Chosen & { rule: ExclusionRuleId | null };

/**
 * Which choices have to be written down so that these activities are in the trail, or out of it.
 * Where the rules by themselves say the same, nothing has to be: bringing back what a person left
 * out takes that choice back, and does not guard the activity against every rule for ever.
 */
export function choicesFor(
  wanted: ActivityChoice,
  ids: readonly string[],
  activities: readonly Activity[],
  settings: TrailSettings,
  now: Date,
): WrittenChoice[] {
  const asked = new Set(ids);
  const others = (list: readonly string[]) => list.filter((id) => !asked.has(id));
  const { kept, leftOut } = sift(
    activities,
    {
      ...settings,
      leftOutByHand: others(settings.leftOutByHand),
      broughtBack: others(settings.broughtBack),
    },
    now,
  );
  const against =
    wanted === "left_out"
      ? kept.map(({ id }) => ({ id, rule: null }))
      : leftOut.map(({ activity, rule }) => ({ id: activity.id, rule }));
  return against
    .filter(({ id }) => asked.has(id))
    .map(({ id, rule }) => ({ activityId: id, choice: wanted, rule }));
}

import { type Activity, PASSIVE_KINDS } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { ageOf } from "../chronology";
import type { TrailSettings } from "../settings";
import type { ExclusionRule } from "./rule";

const isPassive = (activity: Activity) => PASSIVE_KINDS.includes(activity.kind);

/**
 * When a lead that had gone quiet came back, in ms since 1970, or null: the end of the last gap
 * of `dormantDays` or more that ended inside the window. Mail that it merely got is no return.
 */
export function returnOf(
  activities: readonly Activity[],
  settings: TrailSettings,
  now: Date,
): number | null {
  let found: number | null = null;
  let previous: number | null = null;
  for (const activity of activities) {
    if (isPassive(activity)) continue;
    const at = activity.occurredAt.getTime();
    const quiet = previous !== null && at - previous >= settings.dormantDays * DAY;
    if (quiet && ageOf(activity, now) <= settings.windowDays * DAY) found = at;
    previous = at;
  }
  return found;
}

/** X.1: the older part of a lead that came back, which is shown apart. */
export const beforeTheReturn = {
  id: "before_the_return",
  label: () => "Before the lead went quiet",
  why: "The lead did nothing for a long time and came back; this is from before that.",
  judge(activities, settings, now) {
    const back = returnOf(activities, settings, now);
    return (activity) =>
      back !== null && !isPassive(activity) && activity.occurredAt.getTime() < back;
  },
} as const satisfies ExclusionRule;

/** X.1: older than the trail's window. */
export const tooOld = {
  id: "too_old",
  label: ({ windowDays }) => `Older than ${windowDays} days`,
  why: "No activity counts for longer.",
  judge: (_activities, settings, now) => (activity) =>
    ageOf(activity, now) > settings.windowDays * DAY,
  ageAt: (_activity, settings) => settings.windowDays * DAY,
} as const satisfies ExclusionRule;

/**
 * X.5: a delivery is nothing that the lead did. An open is shown beside what the lead did, and is
 * left out where the lead did nothing else.
 */
export const passive = {
  id: "passive",
  label: () => "Only sent or opened",
  why: "A delivery is nothing that the lead did, and opens alone are no evidence.",
  judge(activities) {
    const alone = activities.every(isPassive);
    return (activity) => activity.kind === "email_delivered" || (alone && isPassive(activity));
  },
} as const satisfies ExclusionRule;

import type { Activity } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { ageOf } from "../chronology";
import { EXCLUSION_RULES, exclusionLabel, sift } from "../exclusion/exclusions";
import {
  type Circumstances,
  type ExclusionSettings,
  settingsFor,
  TRAIL_WINDOW_DAYS,
} from "../settings";

/** A lead of the sample: what it did, and what is so of it. */
export type SampledLead = { circumstances: Circumstances; activities: readonly Activity[] };

/** What one rule leaves out of the sample's last 90 days, with the settings in force and with new ones. */
type TriedRule = { rule: string; label: string; before: number; after: number };

/** What settings would do to a sample of leads. */
export type Trial = { leads: number; activities: number; rules: TriedRule[] };

type Counts = Map<string, number>;

function countsOf(sample: readonly SampledLead[], settings: ExclusionSettings, now: Date): Counts {
  const counts: Counts = new Map();
  for (const { circumstances, activities } of sample) {
    const { leftOut } = sift(activities, settingsFor(settings, circumstances), now);
    for (const { activity, rule } of leftOut) {
      if (ageOf(activity, now) > TRAIL_WINDOW_DAYS * DAY) continue;
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return counts;
}

/** Compares two settings, rule by rule, on the activities of the last 90 days. */
export function compared(
  sample: readonly SampledLead[],
  inForce: ExclusionSettings,
  tried: ExclusionSettings,
  now: Date,
): Trial {
  const before = countsOf(sample, inForce, now);
  const after = countsOf(sample, tried, now);
  const words = settingsFor(tried, { email: null, ownDomains: [], products: [], choices: [] });
  const recent = (activity: Activity) => ageOf(activity, now) <= TRAIL_WINDOW_DAYS * DAY;
  return {
    leads: sample.length,
    activities: sample.reduce((sum, one) => sum + one.activities.filter(recent).length, 0),
    rules: EXCLUSION_RULES.map(({ id }) => ({
      rule: id,
      label: exclusionLabel(id, words),
      before: before.get(id) ?? 0,
      after: after.get(id) ?? 0,
    })),
  };
}

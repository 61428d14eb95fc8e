import type { Activity } from "@/lib/intake/activities/activity";
import type { TrailSettings } from "../settings";

export type LeavesOut = (activity: Activity) => boolean;

/**
 * One named reason to keep an activity out of a handoff (spec X). `judge` reads the whole list
 * once, because some rules need the neighbours, and answers for one activity at a time. The list
 * comes in time order and holds what the rules before this one let through.
 */
export type ExclusionRule<Id extends string = string> = {
  id: Id;
  /** What marketing ops reads beside the count. */
  label(settings: TrailSettings): string;
  /** What it goes by, in one sentence. */
  why: string;
  judge(activities: readonly Activity[], settings: TrailSettings, now: Date): LeavesOut;
  /** For a rule that goes by age: how old an activity gets before it is left out, in ms. */
  ageAt?(activity: Activity, settings: TrailSettings): number;
};

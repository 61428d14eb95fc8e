import type { Activity } from "@/lib/intake/activities/activity";

/** Earlier first; of two at one instant the smaller id, so that no order of arrival shows through. */
export function byTime(a: Activity, b: Activity): number {
  const apart = a.occurredAt.getTime() - b.occurredAt.getTime();
  if (apart !== 0) return apart;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The same activities, earliest first. */
export function chronological(activities: readonly Activity[]): Activity[] {
  return [...activities].sort(byTime);
}

/** Milliseconds from an activity to `now`; never below zero, since a sender's clock may run ahead. */
export function ageOf(activity: Activity, now: Date): number {
  return Math.max(0, now.getTime() - activity.occurredAt.getTime());
}

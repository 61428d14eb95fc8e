import { dayOf } from "@/lib/platform/day";

/** How often calls were refused for one reason, and when last. */
export type Refused = { reason: string; count: number; lastAt: Date };

/** A day of the reader's calendar, such as 2026-06-03, on which calls were refused. */
export type DayOfRefusals = { day: string; reason: string; count: number };

/**
 * What was refused in each hour, added up by day on the clocks of an IANA zone: the latest day
 * first, and of a day the most frequent. Not by the database, which may lack a zone that a browser has.
 */
export function refusedByDay(
  hours: readonly { hour: Date; reason: string; count: number }[],
  timeZone: string,
): DayOfRefusals[] {
  const days = new Map<string, DayOfRefusals>();
  for (const { hour, reason, count } of hours) {
    const day = dayOf(hour, timeZone);
    const key = `${day} ${reason}`;
    days.set(key, { day, reason, count: (days.get(key)?.count ?? 0) + count });
  }
  return [...days.values()].toSorted(
    (one, other) => other.day.localeCompare(one.day) || other.count - one.count,
  );
}

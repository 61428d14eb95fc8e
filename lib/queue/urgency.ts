import { MINUTE } from "@/lib/platform/durations";
import type { Calendar } from "@/lib/sla/calendar";
import { workingMsBetween } from "@/lib/sla/working-time";

/**
 * How long a missed window still comes before everything else, in minutes of working time. Whoever
 * calls within the hour qualifies a lead several times as often as later (Oldroyd, Harvard Business
 * Review, March 2011); after it, what can still be met comes first.
 */
export const HOT_MINUTES = 60;

/** What urgency looks at: when the handoff was routed and for how long, and the first attempt. */
type Waiting = {
  id: string;
  routedAt: Date;
  /** Of the rep's working time. */
  windowSeconds: number;
  firstAttemptAt: Date | null;
};

/** How far the window's end has passed, in ms of the rep's working time; negative before it. */
function pastMs({ routedAt, windowSeconds }: Waiting, calendar: Calendar, now: Date): number {
  return workingMsBetween(calendar, routedAt, now) - windowSeconds * 1000;
}

/** 0: to call now. 1: missed for more than an hour. 2: tried, waits for a decision. */
function urgencyGroup(row: Waiting, calendar: Calendar, now: Date): 0 | 1 | 2 {
  if (row.firstAttemptAt) return 2;
  return pastMs(row, calendar, now) <= HOT_MINUTES * MINUTE ? 0 : 1;
}

/**
 * Q.1, the most urgent first: what is to be called now by the time that is left, then what was
 * missed and then what was tried, the newest first, since a chance fades with its age. A total
 * order: the id settles what is equal. `queries.ts` says the same in SQL, tested side by side.
 */
export function byUrgency(calendar: Calendar, now: Date) {
  return (one: Waiting, other: Waiting): number => {
    const group = urgencyGroup(one, calendar, now);
    const left = pastMs(other, calendar, now) - pastMs(one, calendar, now);
    const apart = one.routedAt.getTime() - other.routedAt.getTime();
    return (
      group - urgencyGroup(other, calendar, now) ||
      (group === 0 ? left || apart : -apart) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
    );
  };
}

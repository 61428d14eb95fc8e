import { dueAt } from "@/lib/sla/response-window";

/**
 * How long a missed window still comes before everything else, in minutes. Whoever calls within
 * the hour qualifies a lead several times as often as later (Oldroyd, Harvard Business Review,
 * March 2011); after it, what can still be met comes first.
 */
export const HOT_MINUTES = 60;

const MINUTE = 60_000;

/** What urgency looks at: when the handoff was routed, and the first attempt if there was one. */
export type Waiting = { id: string; routedAt: Date; firstAttemptAt: Date | null };

/** The last routing whose window may be missed and yet is hot. */
export function hotSince(now: Date): Date {
  const windowMs = dueAt(now).getTime() - now.getTime();
  return new Date(now.getTime() - windowMs - HOT_MINUTES * MINUTE);
}

/** 0: to call now. 1: missed for more than an hour. 2: tried, waits for a decision. */
export function urgencyGroup(row: Waiting, now: Date): 0 | 1 | 2 {
  if (row.firstAttemptAt) return 2;
  return row.routedAt >= hotSince(now) ? 0 : 1;
}

/**
 * Q.1, the most urgent first: what is to be called now by the time that is left, then what was
 * missed and then what was tried, the newest first, since a chance fades with its age. A total
 * order: the id settles what is equal. `queries.ts` says the same in SQL, tested side by side.
 */
export function byUrgency(now: Date) {
  return (one: Waiting, other: Waiting): number => {
    const group = urgencyGroup(one, now);
    const apart = one.routedAt.getTime() - other.routedAt.getTime();
    return (
      group - urgencyGroup(other, now) ||
      (group === 0 ? apart : -apart) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
    );
  };
}

import { HOUR } from "@/lib/platform/durations";

/** What a week of asking did not bring needs a person. */
const GIVEN_UP_AFTER_MS = 7 * 24 * HOUR;

/**
 * When a record is asked for again that the other side refuses since `first`: as long from now as it
 * has been refused by now, an hour at least; null where that is past a week, and it is given up.
 */
export function askedAgain(first: Date, now: Date): Date | null {
  const refusedFor = now.getTime() - first.getTime();
  const pause = Math.max(HOUR, refusedFor);
  return refusedFor + pause > GIVEN_UP_AFTER_MS ? null : new Date(now.getTime() + pause);
}

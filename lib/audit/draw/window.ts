import { dayOf } from "@/lib/platform/day";
import { DAY } from "@/lib/platform/durations";

/** The article's sample: twenty leads. */
export const AUDIT_SIZE = 20;
/** More than anybody reads one by one. */
export const AUDIT_SIZE_MOST = 200;
/** How many reps are asked beside (A.4). */
export const INTERVIEWS = 3;

const WINDOW_DAYS = 30;

/** Days such as 2026-06-03, both ends included, as UTC has them: the same for everybody. */
type Days = { from: string; to: string };

/** The last thirty days that are over, so that the window stays as it is. */
export function lastDays(now: Date): Days {
  const before = (days: number) => dayOf(new Date(now.getTime() - days * DAY), "UTC");
  return { from: before(WINDOW_DAYS), to: before(1) };
}

/** The moments of a window: from its first day on, until the last one is over or it is `now`. */
export function momentsOf({ from, to }: Days, now: Date): { from: Date; until: Date } {
  const end = new Date(Date.parse(`${to}T00:00:00Z`) + DAY);
  return { from: new Date(`${from}T00:00:00Z`), until: end < now ? end : now };
}

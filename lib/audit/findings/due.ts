import { dayOf } from "@/lib/platform/day";
import { DAY } from "@/lib/platform/durations";

/** Three weeks: long enough to mend something, short enough to remember. */
const DUE_MS = 21 * DAY;

/** The day by which a gap is to be mended unless somebody says another, in the zone of who opens it. */
export const dueDay = (now: Date, timeZone: string): string =>
  dayOf(new Date(now.getTime() + DUE_MS), timeZone);

/** Whether a gap is still open after the day by which it was to be mended, as UTC has days. */
export const isOverdue = (
  { dueOn, closedAt }: { dueOn: string; closedAt: Date | null },
  now: Date,
): boolean => !closedAt && now.getTime() > Date.parse(`${dueOn}T00:00:00Z`) + DAY;

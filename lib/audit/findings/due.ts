import { dayOf } from "@/lib/platform/day";

/** Three weeks: long enough to mend something, short enough to remember. */
const DUE_MS = 21 * 86_400_000;

/** The day by which a gap is to be mended unless somebody says another, in the zone of who opens it. */
export const dueDay = (now: Date, timeZone: string): string =>
  dayOf(new Date(now.getTime() + DUE_MS), timeZone);

import { DAY } from "@/lib/platform/durations";

/** How long one point of a trend is. */
export const PERIODS = {
  day: { label: "Day", shown: 56 },
  week: { label: "Week", shown: 26 },
  month: { label: "Month", shown: 24 },
} as const;
export type Per = keyof typeof PERIODS;

/** One day, week or month in UTC: its first day, and the first that is not in it. */
export type Period = { from: string; until: string };

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The period that a day is in, or the one so many before it (`back`). Weeks begin on Monday. */
export function periodOf(day: string, per: Per, back = 0): Period {
  const at = new Date(msOf(day));
  if (per === "month") {
    const month = (step: number) => iso(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + step));
    return { from: month(-back), until: month(1 - back) };
  }
  const length = (per === "week" ? 7 : 1) * DAY;
  const sinceMonday = per === "week" ? ((at.getUTCDay() + 6) % 7) * DAY : 0;
  const from = at.getTime() - sinceMonday - back * length;
  return { from: iso(from), until: iso(from + length) };
}

/** The periods that a trend shows, the one with `last` at their end. */
export function lastPeriods(last: string, per: Per): Period[] {
  const { shown } = PERIODS[per];
  return Array.from({ length: shown }, (_, place) => periodOf(last, per, shown - 1 - place));
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** True while a period is not over, so that its rate may still change. */
export const isRunning = ({ until }: Period, now: Date): boolean => until > dayOf(now);

/** The place of the period that a moment falls into, or -1. */
export function placeOf(at: Date, periods: readonly Period[]): number {
  const day = dayOf(at);
  return periods.findIndex(({ from, until }) => from <= day && day < until);
}

import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import type { Random } from "../random";

/** People are at their desks from eight to six, Monday to Friday, where they live. */
const OPENS = 8;
const CLOSES = 18;

export function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** The wall clock at a place, read off the UTC getters. Whole and half hours east of UTC. */
function wall(at: Date, utcOffset: number): Date {
  return after(at, utcOffset * HOUR);
}

function isOpen(at: Date, utcOffset: number): boolean {
  const local = wall(at, utcOffset);
  const weekday = local.getUTCDay();
  const hour = local.getUTCHours();
  return weekday > 0 && weekday < 6 && hour >= OPENS && hour < CLOSES;
}

/** The next opening at a place, after a moment when it is closed. */
function nextOpening(at: Date, utcOffset: number): Date {
  const local = wall(at, utcOffset);
  const sinceMidnight = local.getTime() % DAY;
  let opening = local.getTime() - sinceMidnight + OPENS * HOUR;
  if (sinceMidnight >= OPENS * HOUR) opening += DAY;
  while ([0, 6].includes(new Date(opening).getUTCDay())) opening += DAY;
  return new Date(opening - utcOffset * HOUR);
}

/**
 * When something that takes `delay` of attention happens that becomes known at `at`: at once
 * inside office hours, else as long after the next opening.
 */
export function atTheDesk(at: Date, delay: number, utcOffset: number): Date {
  const known = isOpen(at, utcOffset) ? at : nextOpening(at, utcOffset);
  const ready = after(known, delay);
  if (isOpen(ready, utcOffset)) return ready;
  return after(nextOpening(ready, utcOffset), delay % HOUR);
}

/** The same moment where the office is open then, else the last hour in which it was. */
export function whileOpen(at: Date, utcOffset: number): Date {
  let moment = at;
  while (!isOpen(moment, utcOffset)) moment = after(moment, -HOUR);
  return moment;
}

/** Some moment in working time, at or after the hour-of-day that `around` falls on. */
export function inWorkingTime(chance: Random, around: Date, utcOffset: number): Date {
  const jitter = chance.between(0, 59) * MINUTE + chance.between(0, 59_999);
  if (isOpen(around, utcOffset)) return after(around, jitter % (20 * MINUTE));
  const opening = nextOpening(around, utcOffset);
  return after(opening, chance.between(0, CLOSES - OPENS - 2) * HOUR + jitter);
}

/** The first instant of each month (UTC) that two moments lie in or between. */
export function monthsBetween(from: Date, until: Date): Date[] {
  const months: Date[] = [];
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1));
  for (let month = first; month < until; month = nextMonth(month)) months.push(month);
  return months;
}

/** The first instant of the month (UTC) after the one that begins at `month`. */
export function nextMonth(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
}

import { awayUntil, type Calendar } from "../calendar";
import { dayAt, instantAt } from "../wall-clock";
import { nextWorkingAt } from "../working-time";

/** How its rep came to a lead, and whether they have more open leads by now than they are allowed. */
type Holding = { byFallback: boolean; overCap: boolean };

/**
 * True where a lead is better off with another rep who can take it: its own is away for longer than the
 * rest of their day; or no rule gave it to them, and they are away at all or over their cap.
 */
export function isToGoOnFrom(calendar: Calendar, holding: Holding, now: Date): boolean {
  if (!holding.byFallback) return isAwayForLong(calendar, now);
  return holding.overCap || awayUntil(calendar, now) !== null;
}

/**
 * True where a lead would wait longer for somebody who is away than the rest of their day, by the
 * clocks of their zone: they are away for longer, or do not work on the next day either.
 */
export function isAwayForLong(calendar: Calendar, now: Date): boolean {
  const until = awayUntil(calendar, now);
  if (!until) return false;
  const { timeZone } = calendar;
  const today = dayAt(timeZone, now.getTime());
  const nextDay = dayAt(timeZone, nextWorkingAt(calendar, now).getTime());
  return until.getTime() > instantAt(timeZone, today + 1, 0) || nextDay > today + 1;
}

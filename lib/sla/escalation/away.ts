import { awayUntil, type Calendar } from "../calendar";
import { dayAt, instantAt } from "../wall-clock";

/** True where somebody is away for longer than the rest of their day, by the clocks of their zone. */
export function isAwayForLong(calendar: Calendar, now: Date): boolean {
  const until = awayUntil(calendar, now);
  const { timeZone } = calendar;
  const tomorrow = instantAt(timeZone, dayAt(timeZone, now.getTime()) + 1, 0);
  return until !== null && until.getTime() > tomorrow;
}

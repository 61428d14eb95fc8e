import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import { instantAt, wallAt } from "@/lib/sla/wall-clock";

const WRITTEN = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/;

/**
 * The instant at which the clocks of a zone show what a browser's `datetime-local` field holds, such
 * as `2026-06-03T14:30`; null for any other text.
 */
export function wallInstant(text: string, timeZone: string): Date | null {
  const [, date, hour, minute] = WRITTEN.exec(text) ?? [];
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number.isNaN(midnight) || !(Number(hour) < 24 && Number(minute) < 60)) return null;
  return new Date(instantAt(timeZone, midnight / DAY, minutes));
}

/** What such a field holds where the clocks of a zone show an instant. */
export const wallText = (at: Date, timeZone: string): string =>
  new Date(wallAt(timeZone, at.getTime())).toISOString().slice(0, 16);

/** What two such fields hold at first: the last hour, and the minute that runs. */
export const lastHour = (now: Date, timeZone: string): { from: string; to: string } => ({
  from: wallText(new Date(now.getTime() - HOUR), timeZone),
  to: wallText(new Date(now.getTime() + MINUTE), timeZone),
});

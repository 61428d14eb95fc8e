import { Temporal } from "temporal-polyfill";
import { DAY, MINUTE } from "@/lib/platform/durations";

/** How far ahead of UTC a zone's clocks are from an instant on until the next run's. Milliseconds. */
type Run = { from: number; ahead: number };

/** Wall clocks are less than so far from UTC, so that a year's runs hold all of its walls. */
const MARGIN = 3 * DAY;

const known = new Map<string, readonly Run[]>();

function readRuns(timeZone: string, year: number): Run[] {
  const runs: Run[] = [];
  const end = Date.UTC(year + 1, 0) + MARGIN;
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year, 0) - MARGIN,
  ).toZonedDateTimeISO(timeZone);
  while (at && at.epochMilliseconds < end) {
    runs.push({ from: at.epochMilliseconds, ahead: at.offsetNanoseconds / 1e6 });
    at = at.getTimeZoneTransition("next");
  }
  return runs;
}

/** The runs of a year's clocks, in their order, with some days before and after; asked once. */
function runsAbout(timeZone: string, at: number): readonly Run[] {
  const year = new Date(at).getUTCFullYear();
  const key = `${timeZone} ${year}`;
  const runs = known.get(key) ?? readRuns(timeZone, year);
  known.set(key, runs);
  return runs;
}

/**
 * The first instant, in epoch ms, at which the clocks of a zone show a time of a day or later. The
 * day is counted from 1970-01-01, the time in minutes since its midnight (the next day's from 1440
 * on). Where the clocks go back that is the first of two; where they skip it, the moment that they
 * jump. So times keep their order through every change, and what touches on the clock's face touches.
 */
export function instantAt(timeZone: string, day: number, minutes: number): number {
  const wall = day * DAY + minutes * MINUTE;
  const runs = runsAbout(timeZone, wall);
  for (const [index, { from, ahead }] of runs.entries()) {
    const first = Math.max(from, wall - ahead);
    if (first < (runs[index + 1]?.from ?? Infinity)) return first;
  }
  throw new Error(`${timeZone} has no clocks.`);
}

/** What the clocks of a zone show at an instant, both in epoch ms: as if the clocks' face were UTC. */
export function wallAt(timeZone: string, at: number): number {
  const run = runsAbout(timeZone, at).findLast(({ from }) => from <= at);
  return at + (run?.ahead ?? 0);
}

/** The day that the clocks of a zone show at an instant (epoch ms), counted from 1970-01-01. */
export const dayAt = (timeZone: string, at: number): number =>
  Math.floor(wallAt(timeZone, at) / DAY);

/** The day of the week of such a day: 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

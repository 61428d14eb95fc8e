import { DAY } from "@/lib/platform/durations";
import { awayStretches, type Calendar, type Stretch, workIn } from "./calendar";

/** What is looked at in one step; more than a week, so that every step meets some working time. */
const STEP = 8 * DAY;
/** Absences are stepped over whole, so that only hours that hold no time could make so many. */
const STEPS = 1_000;

const lengthOf = ({ from, until }: Stretch) => until - from;

/** How much of the time between two instants was working time, in milliseconds; 0 backwards. */
export function workingMsBetween(calendar: Calendar, from: Date, until: Date): number {
  const all = { from: from.getTime(), until: until.getTime() };
  return workIn(calendar, all).reduce((sum, stretch) => sum + lengthOf(stretch), 0);
}

function* workFrom(calendar: Calendar, start: number): Generator<Stretch> {
  const away = awayStretches(calendar);
  let at = start;
  for (let step = 0; step < STEPS; step += 1) {
    at = away.find(({ from, until }) => from <= at && at < until)?.until ?? at;
    yield* workIn(calendar, { from: at, until: at + STEP });
    at += STEP;
  }
  throw new Error("These working hours hold no time.");
}

function* workBefore(calendar: Calendar, end: number): Generator<Stretch> {
  const away = awayStretches(calendar);
  let at = end;
  for (let step = 0; step < STEPS; step += 1) {
    at = away.find(({ from, until }) => from < at && at <= until)?.from ?? at;
    yield* workIn(calendar, { from: at - STEP, until: at }).reverse();
    at -= STEP;
  }
  throw new Error("These working hours hold no time.");
}

/**
 * The earliest instant by which so much working time has passed since another: the end of a window.
 * It may be the last moment of a day's work. Milliseconds, 0 or more.
 */
export function addWorkingMs(calendar: Calendar, from: Date, ms: number): Date {
  let left = ms;
  if (left <= 0) return from;
  for (const stretch of workFrom(calendar, from.getTime())) {
    if (left <= lengthOf(stretch)) return new Date(stretch.from + left);
    left -= lengthOf(stretch);
  }
  return from;
}

/**
 * The latest instant since which so much working time has passed: whatever began then or earlier has
 * had it, `workingMsBetween(it, until) >= ms`, and nothing later has. So a query compares one column
 * with one instant. Milliseconds, 0 or more.
 */
export function subtractWorkingMs(calendar: Calendar, until: Date, ms: number): Date {
  let left = ms;
  if (left <= 0) return until;
  for (const stretch of workBefore(calendar, until.getTime())) {
    if (left <= lengthOf(stretch)) return new Date(stretch.until - left);
    left -= lengthOf(stretch);
  }
  return until;
}

/** The first instant from one on at which the person works: itself where they work then. */
export function nextWorkingAt(calendar: Calendar, at: Date): Date {
  for (const stretch of workFrom(calendar, at.getTime())) return new Date(stretch.from);
  return at;
}

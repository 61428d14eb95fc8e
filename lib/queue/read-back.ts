import { MINUTE } from "@/lib/platform/durations";
import { type Calendar, type Stretch, workIn } from "@/lib/sla/calendar";
import { LONGEST_WINDOW_MINUTES } from "@/lib/sla/settings";
import { subtractWorkingMs } from "@/lib/sla/working-time";
import { HOT_MINUTES } from "./urgency";

/** As much as urgency tells apart, and a millisecond: what is longer ago than that is missed. */
const READ_BACK_MS = (LONGEST_WINDOW_MINUTES + HOT_MINUTES) * MINUTE + 1;

/**
 * The rep's latest working time, as far back as the longest window and its hot hour: a list is put in
 * order by it, since what was routed before has been missed for long whatever its window was.
 */
export function readBack(calendar: Calendar, now: Date): Stretch[] {
  const from = subtractWorkingMs(calendar, now, READ_BACK_MS).getTime();
  return workIn(calendar, { from, until: now.getTime() });
}

/** A window as teams have it: who gives more has few such leads. Minutes. */
const USUAL_WINDOW_MINUTES = 15;
export const USUAL_WINDOW_SECONDS = USUAL_WINDOW_MINUTES * 60;
const USUAL_BACK_MS = (USUAL_WINDOW_MINUTES + HOT_MINUTES) * MINUTE + 1;

/**
 * Before when what nobody tried was missed for long: `whatever` its window, and where that was a
 * `usual` one, which is later and leaves only the last working hour or so to be held against a clock.
 */
type Missed = { whatever: Date; usual: Date };

/** By what was read back; null where the rep has not worked that long. */
export function missedBefore(work: readonly Stretch[]): Missed | null {
  const worked = work.reduce((sum, { from, until }) => sum + until - from, 0);
  const [first] = work;
  if (!first || worked < READ_BACK_MS) return null;
  return { whatever: new Date(first.from), usual: new Date(workedSince(work, USUAL_BACK_MS)) };
}

/** From when on so many milliseconds were worked, of which there are as many. */
function workedSince(work: readonly Stretch[], ms: number): number {
  let left = ms;
  for (const { from, until } of work.toReversed()) {
    if (until - from >= left) return until - left;
    left -= until - from;
  }
  throw new RangeError(`Less than ${ms} ms were worked.`);
}

import type { WorkClock } from "@/lib/sla/work-clock";

/** How long some leads of one rep waited. Milliseconds; a moment is in epoch ms. */
export type Waits = {
  windowSeconds: number;
  /** The rep's working time. */
  work: WorkClock;
  /** When each lead that was tried was routed, and after how long it was first tried. */
  triedFrom: readonly number[];
  triedAfterMs: readonly number[];
  /** When each lead that nobody has tried yet was routed. */
  untriedFrom: readonly number[];
};

/**
 * How many were tried inside their window of working time (Q.2), of those where it is settled: one
 * that nobody tried is while the window runs neither.
 */
export function inTime(waits: Waits, now: Date): { met: number; of: number } {
  const { windowSeconds, work, triedFrom, triedAfterMs, untriedFrom } = waits;
  const windowMs = windowSeconds * 1000;
  const met = triedFrom.filter((from, place) => {
    const after = triedAfterMs[place] ?? 0;
    // Working time is never longer than the clock's.
    return after <= windowMs || work(from, from + after) <= windowMs;
  }).length;
  const late = untriedFrom.filter((from) => work(from, now.getTime()) > windowMs).length;
  return { met, of: triedFrom.length + late };
}

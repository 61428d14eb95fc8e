import type { WorkClock } from "@/lib/sla/work-clock";

/** How long some leads of one rep waited. Milliseconds; a moment is in epoch ms. */
export type Waits = {
  windowSeconds: number;
  /** The rep's working time. */
  work: WorkClock;
  /** When each lead that was tried was routed, and after how long it was first tried. */
  triedFrom: readonly number[];
  triedAfterMs: readonly number[];
  /** When each lead that nobody has tried was routed, and when it was decided on, null for not yet. */
  untriedFrom: readonly number[];
  untriedUntil: readonly (number | null)[];
};

/**
 * How many were tried inside their window of working time (Q.2), of those where it is settled, as the
 * report on answers has it: one that nobody tried is neither while the window runs, nor where it was
 * decided on inside of it.
 */
export function inTime(waits: Waits, now: Date): { met: number; of: number } {
  const { windowSeconds, work, triedFrom, triedAfterMs, untriedFrom, untriedUntil } = waits;
  const windowMs = windowSeconds * 1000;
  const met = triedFrom.filter((from, place) => {
    const after = triedAfterMs[place] ?? 0;
    // Working time is never longer than the clock's.
    return after <= windowMs || work(from, from + after) <= windowMs;
  }).length;
  const late = untriedFrom.filter(
    (from, place) => work(from, untriedUntil[place] ?? now.getTime()) > windowMs,
  ).length;
  return { met, of: triedFrom.length + late };
}

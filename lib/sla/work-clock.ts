import { type Calendar, type Stretch, workIn } from "./calendar";

/** How much working time lies between two instants of a span, in milliseconds; 0 backwards. */
export type WorkClock = (from: number, until: number) => number;

/**
 * The working time of one calendar inside a span, laid out once: each question after it is two looks
 * into a sorted list, where `workingMsBetween` lays out days anew. For reports of many leads.
 */
export function workClock(calendar: Calendar, span: Stretch): WorkClock {
  const stretches = workIn(calendar, span);
  const before: number[] = [];
  let sum = 0;
  for (const { from, until } of stretches) {
    before.push(sum);
    sum += until - from;
  }
  /** Working time from the span's beginning until an instant. */
  const upTo = (at: number): number => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.from ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const last = stretches[low - 1];
    return last ? (before[low - 1] ?? 0) + Math.min(at, last.until) - last.from : 0;
  };
  return (from, until) => Math.max(0, upTo(until) - upTo(from));
}

import type { WorkClock } from "@/lib/sla/work-clock";

/** One who had a lead before its owner, since when and until when; epoch ms. */
export type Leg = { ownerId: string; from: number; until: number };

/**
 * The working time of whoever had a lead: of each one's own while it was theirs, of its owner's since.
 * Nobody's counts whose clock is not given.
 */
export function workOfLegs(
  earlier: readonly Leg[],
  ownerId: string,
  clocks: ReadonlyMap<string, WorkClock>,
): WorkClock {
  const legs = [...earlier, { ownerId, from: earlier.at(-1)?.until ?? 0, until: Infinity }];
  return (from, until) =>
    legs.reduce((sum, leg) => {
      const work = clocks.get(leg.ownerId);
      return sum + (work?.(Math.max(from, leg.from), Math.min(until, leg.until)) ?? 0);
    }, 0);
}

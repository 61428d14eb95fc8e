import { rateOf } from "./rate";

/** How much one share is above another, with its 95% interval; ratios. */
export type ShareDifference = { by: number; low: number; high: number };

/** So many of so many. */
export type Share = { count: number; of: number };

/**
 * One share minus another with the 95% interval of Newcombe's hybrid score method (Newcombe 1998,
 * "Interval estimation for the difference between independent proportions", method 10): Wilson's
 * bounds of both, put together. Null where one of them is a share of nothing.
 */
export function differenceOf(one: Share, other: Share): ShareDifference | null {
  const [first, second] = [rateOf(one.count, one.of), rateOf(other.count, other.of)];
  if (!first || !second) return null;
  const by = first.rate - second.rate;
  const down = Math.hypot(first.rate - first.low, second.high - second.rate);
  const up = Math.hypot(first.high - first.rate, second.rate - second.low);
  return { by, low: by - down, high: by + up };
}

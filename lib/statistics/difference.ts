import { rateOf } from "./rate";

/** How much one share is above another, with its 95% interval; ratios. */
export type ShareDifference = { by: number; low: number; high: number };

/**
 * Whether a difference says more than chance would: its whole interval lies on one side of nothing.
 * Whatever calls a change a change asks here, so that no two pages judge the same numbers apart.
 */
export const isBeyondChance = ({ low, high }: Pick<ShareDifference, "low" | "high">): boolean =>
  low > 0 || high < 0;

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

import { Z_95 } from "./normal";

/** How much later, or larger, one group's values are than another's, with a 95% interval. */
export type Shift = { by: number; low: number; high: number };

/** Up to as many pairs the interval's ranks are counted out; beyond, the normal law is as good. */
const COUNTED_OUT = 2_500;
/** Fewer values than this in a group have no such interval at all: 2 of 20 orders are 10%. */
const LEAST = 4;

/**
 * Hodges and Lehmann's estimate of the shift between two groups: the median of all differences of a
 * value of one and of the other, with the interval that Wilcoxon's rank sum test leaves (Hollander,
 * Wolfe and Chicken 2014, 4.2 and 4.3). It asks nothing of how the values are spread. Null where a
 * group has fewer than four.
 */
export function shiftOf(one: readonly number[], other: readonly number[]): Shift | null {
  if (Math.min(one.length, other.length) < LEAST) return null;
  const [x, y] = [one, other].map((values) => values.toSorted((a, b) => a - b)) as [
    number[],
    number[],
  ];
  const pairs = x.length * y.length;
  const rank = lowestRank(x.length, y.length);
  if (rank < 1) return null;
  const middle = [Math.ceil(pairs / 2), Math.floor(pairs / 2) + 1].map((at) =>
    difference(x, y, at),
  );
  return {
    by: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
    low: difference(x, y, rank),
    high: difference(x, y, pairs + 1 - rank),
  };
}

/** The largest rank r with P(U < r) at most 2.5%, where there is no shift. */
function lowestRank(m: number, n: number): number {
  if (m * n > COUNTED_OUT) {
    return Math.floor((m * n) / 2 - Z_95 * Math.sqrt((m * n * (m + n + 1)) / 12));
  }
  const shares = rankSumShares(m, n);
  let below = 0;
  let rank = 0;
  while (below + (shares[rank] ?? 1) <= 0.025) {
    below += shares[rank] ?? 0;
    rank += 1;
  }
  return rank;
}

/** How likely each value of Mann and Whitney's U is, where all orders are equally likely. */
function rankSumShares(m: number, n: number): number[] {
  // The generating function of U: the product over i of (1 - q^(n+i)) / (1 - q^i), step by step.
  let counts = [1];
  for (let step = 1; step <= m; step += 1) {
    const larger = Array.from({ length: step * n + 1 }, () => 0);
    const at = (list: readonly number[], place: number) => list[place] ?? 0;
    for (let place = 0; place < larger.length; place += 1) {
      larger[place] = at(counts, place) - at(counts, place - n - step) + at(larger, place - step);
    }
    counts = larger;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/**
 * The difference of that rank among all of them, by halving: the pairs below a value are counted
 * along both sorted groups, so that a million pairs are never written down.
 */
function difference(x: readonly number[], y: readonly number[], rank: number): number {
  let low = (x[0] ?? 0) - (y.at(-1) ?? 0);
  let high = (x.at(-1) ?? 0) - (y[0] ?? 0);
  while (high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high))) {
    const middle = (low + high) / 2;
    if (pairsUpTo(x, y, middle) >= rank) high = middle;
    else low = middle;
  }
  return high;
}

function pairsUpTo(x: readonly number[], y: readonly number[], most: number): number {
  let count = 0;
  let from = 0;
  for (const value of x) {
    while (from < y.length && value - (y[from] ?? 0) > most) from += 1;
    count += y.length - from;
  }
  return count;
}

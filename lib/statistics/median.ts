/** The middle of some values with the 95% interval of where the true middle lies. */
export type Median = { median: number; low: number; high: number; of: number };

/** Fewer values than this have no 95% interval for their median at all: 2 × 0.5^6 is 3%. */
const LEAST = 6;

/**
 * The median with its distribution-free 95% interval: the values at the ranks that as many coin
 * tosses stay between (Conover 1999, 3.2; exact, by the binomial distribution). Null for fewer than six.
 */
export function medianOf(values: readonly number[]): Median | null {
  const of = values.length;
  if (of < LEAST) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const at = (rank: number) => sorted[Math.min(of, Math.max(1, rank)) - 1] ?? 0;
  const rank = lowestRank(of);
  return {
    of,
    median: (at(Math.ceil(of / 2)) + at(Math.floor(of / 2) + 1)) / 2,
    low: at(rank),
    high: at(of + 1 - rank),
  };
}

/** The largest rank r with P(fewer than r of n tosses) at most 2.5%. */
function lowestRank(of: number): number {
  // In logarithms, since 0.5^n is 0 for large n.
  let logTerm = of * Math.log(0.5);
  let below = Math.exp(logTerm);
  let rank = 0;
  while (below <= 0.025) {
    rank += 1;
    logTerm += Math.log((of - rank + 1) / rank);
    below += Math.exp(logTerm);
  }
  return rank;
}

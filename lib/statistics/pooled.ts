import { Z_95 } from "./normal";

/** One stratum: how many of the first group and of the second, and how many of each met something. */
export type Stratum = { met: number; of: number; otherMet: number; otherOf: number };

/** A difference of two shares within strata with its 95% interval; `strata` that could be compared. */
export type Pooled = { by: number; low: number; high: number; strata: number };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The difference of two shares within strata, pooled by Mantel and Haenszel's weights (Greenland and
 * Robins 1985), with Sato's variance, which holds for many small strata as for few large ones
 * (Sato 1989). Strata that only one of the groups has tell nothing and are left out. Null where no
 * stratum has both, and where all or none met it: then the variance is 0 and would feign certainty.
 */
export function pooledDifference(strata: readonly Stratum[]): Pooled | null {
  const both = strata.filter(({ of, otherOf }) => of > 0 && otherOf > 0);
  const met = sum(both.map((one) => one.met + one.otherMet));
  const all = sum(both.map((one) => one.of + one.otherOf));
  if (met === 0 || met === all) return null;
  const weights = sum(both.map(({ of, otherOf }) => (of * otherOf) / (of + otherOf)));
  const by =
    sum(
      both.map(
        ({ met, of, otherMet, otherOf }) => (met * otherOf - otherMet * of) / (of + otherOf),
      ),
    ) / weights;
  const p = both.map(({ met: a, of: n, otherMet: b, otherOf: m }) => {
    return (n * n * b - m * m * a + (n * m * (m - n)) / 2) / (n + m) ** 2;
  });
  const q = both.map(({ met: a, of: n, otherMet: b, otherOf: m }) => {
    return (a * (m - b) + b * (n - a)) / (2 * (n + m));
  });
  const error = Math.sqrt(Math.max(0, by * sum(p) + sum(q))) / weights;
  const bound = (value: number) => Math.min(1, Math.max(-1, value));
  return { by, low: bound(by - Z_95 * error), high: bound(by + Z_95 * error), strata: both.length };
}

/** So many of so many, in one period. */
type Subgroup = { count: number; of: number };

/** Between these a share moves by chance alone, as often as 997 times in 1,000. Ratios. */
type Limits = { low: number; high: number };

/** A control chart: the share of all periods, and of each its limits and whether it is outside. */
type PChart = {
  centre: number;
  limits: (Limits | null)[];
  outside: ("above" | "below" | null)[];
};

/** With fewer the limits would be guesses themselves (Montgomery 2013, 7.2.1: 20 to 25). */
export const LEAST_SUBGROUPS = 20;

const SIGMAS = 3;

/**
 * The p-chart of some periods (Shewhart 1931; Montgomery, Introduction to Statistical Quality
 * Control, 7.2): three standard errors about the common share, by each period's own number. A
 * period without anything has no limits. Null for fewer than twenty periods.
 */
export function pChart(groups: readonly Subgroup[]): PChart | null {
  const filled = groups.filter(({ of }) => of > 0);
  if (filled.length < LEAST_SUBGROUPS) return null;
  const sum = (key: keyof Subgroup) => filled.reduce((total, group) => total + group[key], 0);
  const centre = sum("count") / sum("of");
  const limits = groups.map(({ of }) => {
    if (of === 0) return null;
    const spread = SIGMAS * Math.sqrt((centre * (1 - centre)) / of);
    return { low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) };
  });
  const outside = groups.map(({ count, of }, place) => {
    const bounds = limits[place];
    if (!bounds) return null;
    if (count / of > bounds.high) return "above";
    return count / of < bounds.low ? "below" : null;
  });
  return { centre, limits, outside };
}

import { Z_95 } from "./normal";

/** A share with its 95% interval; all three are ratios from 0 to 1. */
export type Rate = { complete: number; of: number; rate: number; low: number; high: number };

/**
 * The share of complete ones with its 95% interval after Wilson, which holds for small samples and
 * for shares near 0 and 1 (Wilson 1927; Brown, Cai and DasGupta 2001). Null where nothing was
 * counted: a rate of nothing is no rate.
 */
export function rateOf(complete: number, of: number): Rate | null {
  if (of === 0) return null;
  const share = complete / of;
  const spread = 1 + (Z_95 * Z_95) / of;
  const middle = (share + (Z_95 * Z_95) / (2 * of)) / spread;
  const half =
    (Z_95 / spread) * Math.sqrt((share * (1 - share)) / of + (Z_95 * Z_95) / (4 * of * of));
  return {
    complete,
    of,
    rate: share,
    // Rounding may leave a bound a hair on the wrong side of the share itself.
    low: Math.min(share, Math.max(0, middle - half)),
    high: Math.max(share, Math.min(1, middle + half)),
  };
}

import { Z_95 } from "./normal";

/** The normal quantile of 80% power. */
const POWER = 0.841621;

/**
 * How many leads each of two groups needs to show a difference of `by` from a share, in four of
 * five cases (Fleiss, Levin and Paik 2003, 4.14, without continuity correction).
 */
export function neededInEach(share: number, by: number): number {
  const other = share + by <= 1 ? share + by : share - by;
  const middle = (share + other) / 2;
  const chance = Z_95 * Math.sqrt(2 * middle * (1 - middle));
  const power = POWER * Math.sqrt(share * (1 - share) + other * (1 - other));
  return Math.ceil(((chance + power) / (share - other)) ** 2);
}

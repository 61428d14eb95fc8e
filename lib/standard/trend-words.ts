import { formatSigned } from "@/lib/platform/format-number";
import type { ScoreTrend } from "./scoring-context";

const DIRECTIONS = { rising: "Rising", stable: "Stable", decaying: "Decaying" } as const;

/** "Rising, +35 in 7 days" (C4.5). */
export const trendWords = ({ direction, delta, windowDays }: ScoreTrend, locale: string): string =>
  `${DIRECTIONS[direction]}, ${formatSigned(delta, locale)} in ${windowDays} days`;

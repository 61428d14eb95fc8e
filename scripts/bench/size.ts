import { parseArgs } from "node:util";
import { explained } from "../words";

/** How large the databases are that one run measures, and how long it measures. */
export type Size = {
  name: "quick" | "full";
  /** Handoffs in the database that is the floor of the board, of the pages, and in the largest. */
  board: number;
  pages: number;
  large: number;
  /** Handoffs over two years in the two databases that trends are read from. */
  trends: { few: number; many: number };
  /** Activities in the largest. */
  activities: number;
  /** Activities of the single leads whose trails are curated. */
  curated: readonly number[];
  rounds: number;
  secondsARound: number;
};

const CURATED = [10, 100, 1_000, 10_000, 100_000] as const;

const QUICK: Size = {
  name: "quick",
  board: 1_000,
  pages: 1_000,
  large: 10_000,
  trends: { few: 1_000, many: 100_000 },
  activities: 500_000,
  curated: CURATED,
  rounds: 3,
  secondsARound: 3,
};

const FULL: Size = {
  ...QUICK,
  name: "full",
  pages: 10_000,
  large: 100_000,
  trends: { few: 10_000, many: 1_000_000 },
  activities: 5_000_000,
  rounds: 5,
  secondsARound: 4,
};

/** `--full` is the size that the limits are written for; without it a developer waits less. */
export function sizeAsked(options: string[]): Size {
  const { values } = explained("npm run bench [-- --full]", () =>
    parseArgs({ args: options, options: { full: { type: "boolean" } } }),
  );
  return values.full ? FULL : QUICK;
}

/** The share of the largest database's activities that one with fewer handoffs has. */
export const activitiesOf = (size: Size, handoffs: number): number =>
  Math.round((size.activities * handoffs) / size.large);

import { pChart } from "@/lib/statistics/p-chart";
import { isRunning, type Period } from "./period";
import type { PeriodCount } from "./queries";

/** One period of a line: how many of how many handoffs, and what chance alone would do. */
export type LinePoint = {
  complete: number;
  of: number;
  /** Control limits of the share, ratios; null where there are too few periods to tell. */
  limits: { low: number; high: number } | null;
  outside: "above" | "below" | null;
};

/** A course over the periods. `key` is the measure, or the rep, campaign and so on. */
export type Line = { key: string; label: string; points: LinePoint[]; centre: number | null };

export type LineSource = {
  key: string;
  label: string;
  counts: readonly PeriodCount[];
  place: number;
};

/**
 * One line from the counts of its periods. Limits come from the periods that are over, and only
 * these are judged by them: one that is running may still change.
 */
export function lineOf(source: LineSource, periods: readonly Period[], now: Date): Line {
  const byPeriod = new Map(source.counts.map((count) => [count.period, count]));
  const groups = periods.map(({ from }) => {
    const count = byPeriod.get(from);
    return { count: count?.counts[source.place] ?? 0, of: count?.handoffs ?? 0 };
  });
  const finished = groups.filter((_, place) => {
    const period = periods[place];
    return period !== undefined && !isRunning(period, now);
  });
  const chart = pChart(finished);
  const points = groups.map(({ count: complete, of }, place) => ({
    ...{ complete, of },
    limits: chart?.limits[place] ?? null,
    outside: chart?.outside[place] ?? null,
  }));
  return { key: source.key, label: source.label, points, centre: chart?.centre ?? null };
}

/** A point that chance does not explain. */
export type Signal = { line: Line; place: number; point: LinePoint };

/** The points outside of their limits, the latest first. */
export const signalsOf = (lines: readonly Line[]): Signal[] =>
  lines
    .flatMap((line) =>
      line.points.flatMap((point, place) => (point.outside ? [{ line, place, point }] : [])),
    )
    .toSorted((one, other) => other.place - one.place);

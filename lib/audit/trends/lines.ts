import { pChart } from "@/lib/statistics/p-chart";
import { isRunning, type Period } from "./period";
import type { PeriodCount } from "./queries";

/** How many handoffs of a period met a measure, of how many. */
type Count = readonly [complete: number, of: number];

/** A course over the periods. `key` is the measure, or the rep, campaign and so on. */
export type Line = { key: string; label: string; counts: Count[] };

/** One period of a line: how many of how many handoffs, and what chance alone would do. */
type LinePoint = {
  complete: number;
  of: number;
  /** Control limits of the share, ratios; null where there are too few periods to tell. */
  limits: { low: number; high: number } | null;
  outside: "above" | "below" | null;
};

/** The counts of the measure at a place, one for each period: 0 of 0 where nothing was handed off. */
export function courseOf(
  counts: readonly PeriodCount[],
  place: number,
  periods: readonly Period[],
): Count[] {
  const byPeriod = new Map(counts.map((count) => [count.period, count]));
  return periods.map(({ from }) => {
    const count = byPeriod.get(from);
    return [count?.counts[place] ?? 0, count?.handoffs ?? 0];
  });
}

/** How many of the periods are over; those that are not come last. */
export const finishedOf = (periods: readonly Period[], now: Date): number =>
  periods.filter((period) => !isRunning(period, now)).length;

/**
 * The points of a course. Limits come from the `finished` first periods, and only these are judged
 * by them: one that is running may still change. `judged` is false for too few.
 */
export function pointsOf(
  counts: readonly Count[],
  finished: number,
): { points: LinePoint[]; judged: boolean } {
  const chart = pChart(counts.slice(0, finished).map(([count, of]) => ({ count, of })));
  const points = counts.map(([complete, of], place) => ({
    complete,
    of,
    limits: chart?.limits[place] ?? null,
    outside: chart?.outside[place] ?? null,
  }));
  return { points, judged: chart !== null };
}

/** A point that chance does not explain. */
type Signal = { line: Line; place: number; point: LinePoint };

/** The points outside of their limits, the latest first; null where no line can be judged yet. */
export function signalsOf(lines: readonly Line[], finished: number): Signal[] | null {
  const courses = lines.map((line) => ({ line, ...pointsOf(line.counts, finished) }));
  if (courses.every(({ judged }) => !judged)) return null;
  return courses
    .flatMap(({ line, points }) =>
      points.flatMap((point, place) => (point.outside ? [{ line, place, point }] : [])),
    )
    .toSorted((one, other) => other.place - one.place);
}

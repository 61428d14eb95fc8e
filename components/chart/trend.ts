/** One category over the weeks. */
export type TrendLine = {
  name: string;
  /** A ratio from 0 to 1 per week; `null` where nothing was handed off. */
  rates: readonly (number | null)[];
  /** The news is drawn strong and in colour, the rest recedes. */
  news?: boolean;
};

/** Something that happened in a week and may explain a change: "HubSpot token replaced". */
export type TrendEvent = { week: number; label: string };

export type Trend = {
  /** Each week's first day in words: "2 Nov". */
  weeks: readonly string[];
  lines: readonly TrendLine[];
  /** The ratio to reach; 0.9 is the article's, and the caller's to pass (A.3). */
  target: number;
  /** The last week is still running. */
  unfinished: boolean;
  events?: readonly TrendEvent[];
};

/** One week as Recharts wants it: `done0`, `now0` and so on, in percent. */
export type TrendPoint = { week: string; place: number } & Record<string, number | string | null>;

const percent = (ratio: number | null | undefined) =>
  ratio === null || ratio === undefined ? null : Math.round(ratio * 1000) / 10;

/**
 * The points to draw. A running week hangs on the last finished one by a line of its own (`now…`),
 * so that it can be dashed.
 */
export function trendPoints({ weeks, lines, unfinished }: Trend): TrendPoint[] {
  const last = weeks.length - 1;
  return weeks.map((week, place) => {
    const point: TrendPoint = { week, place };
    lines.forEach(({ rates }, line) => {
      const rate = percent(rates[place]);
      point[`done${line}`] = unfinished && place === last ? null : rate;
      point[`now${line}`] = unfinished && place >= last - 1 ? rate : null;
    });
    return point;
  });
}

/** The scale in percent, every 20 up to 100: it starts below the lowest rate and the target. */
export function trendScale({ lines, target }: Trend): number[] {
  const rates = lines.flatMap((line) => line.rates).filter((rate) => rate !== null);
  // Two percent of air, so that no line runs along the bottom.
  const floor = Math.max(0, Math.floor((Math.min(target, ...rates) * 100 - 2) / 20) * 20);
  return [0, 20, 40, 60, 80, 100].filter((mark) => mark >= floor);
}

/** The last known rate of a line, for the label at its end. */
export function lastRate(line: TrendLine): number | null {
  return line.rates.findLast((rate) => rate !== null) ?? null;
}

/** One category over the weeks, or whatever else is drawn as a line. */
export type TrendLine = {
  name: string;
  /** A ratio from 0 to 1 per week; `null` where nothing was handed off. */
  rates: readonly (number | null)[];
  /** The news is drawn strong and in colour, the rest recedes. */
  news?: boolean;
  /** How many of how many: '18 of 20', where the table is to say so. */
  counts?: readonly string[];
  /** All of its weeks together: '71% of 42', where it is known. */
  total?: string;
  /** The places of points that chance does not explain; drawn as dots. */
  outside?: readonly number[];
  /** Control limits per week, ratios; drawn where the line has a chart of its own. */
  limits?: readonly (readonly [low: number, high: number] | null)[];
};

/** Something that happened in a week and may explain a change: "HubSpot token replaced". */
export type TrendEvent = { week: number; label: string };

export type Trend = {
  /** A ratio as the reader writes it: "71%", "71 %". */
  percent: (ratio: number) => string;
  /** What a point spans, before its name: "Week of". */
  span: string;
  /** Each week's first day in words: "2 Nov". */
  weeks: readonly string[];
  lines: readonly TrendLine[];
  /** What all of them are together, to tell each apart from; ratios per week. */
  whole?: readonly (number | null)[];
  /** The ratio to reach; 0.9 is the article's, and the caller's to pass (A.3). */
  target: number;
  /** The last week is still running. */
  unfinished: boolean;
  events?: readonly TrendEvent[];
  /** Where a point leads; asked when it is drawn. */
  hrefOf?: (line: TrendLine, place: number) => string;
};

/** One week as Recharts wants it: `done0`, `now0` and so on, in percent. */
type TrendPoint = { week: string; place: number } & Record<string, number | string | null>;

const percent = (ratio: number | null | undefined) =>
  ratio === null || ratio === undefined ? null : Math.round(ratio * 1000) / 10;

/**
 * The points to draw. A running week hangs on the last finished one by a line of its own (`now…`),
 * so that it can be dashed. A limit below the scale's `floor`, in percent, runs along it.
 */
export function trendPoints(
  { weeks, lines, whole, unfinished }: Omit<Trend, "span" | "percent">,
  floor = 0,
): TrendPoint[] {
  const last = weeks.length - 1;
  return weeks.map((week, place) => {
    const point: TrendPoint = { week, place };
    lines.forEach(({ rates }, line) => {
      const rate = percent(rates[place]);
      point[`done${line}`] = unfinished && place === last ? null : rate;
      point[`now${line}`] = unfinished && place >= last - 1 ? rate : null;
    });
    if (whole) point.whole = percent(whole[place]);
    const [only] = lines;
    if (lines.length === 1 && only?.limits) {
      const low = percent(only.limits[place]?.[0]);
      point.low = low === null ? null : Math.max(low, floor);
      point.high = percent(only.limits[place]?.[1]);
    }
    return point;
  });
}

/** The scale in percent, every 20 up to 100: it starts below the lowest rate and the target. */
export function trendScale({ lines, target }: Pick<Trend, "lines" | "target">): number[] {
  const rates = lines.flatMap((line) => line.rates).filter((rate) => rate !== null);
  // Two percent of air, so that no line runs along the bottom.
  const floor = Math.max(0, Math.floor((Math.min(target, ...rates) * 100 - 2) / 20) * 20);
  return [0, 20, 40, 60, 80, 100].filter((mark) => mark >= floor);
}

/** The last known rate of a line, for the label at its end. */
export function lastRate(line: TrendLine): number | null {
  return line.rates.findLast((rate) => rate !== null) ?? null;
}

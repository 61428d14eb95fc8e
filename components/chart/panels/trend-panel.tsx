"use client";

import { Line, LineChart, Tooltip } from "recharts";
import { classNames } from "../../ui/class-names";
import { trendAxes } from "../axes";
import { lastRate, type Trend, type TrendLine, trendPoints } from "../trend";
import { limitLines, trendLines } from "../trend-lines";
import { TrendTip } from "../trend-tip";

type TrendPanelProps = {
  trend: Trend;
  line: TrendLine;
  /** The marks of the common scale, percent. */
  marks: readonly number[];
  width: number;
};

const HEIGHT = 132;
const AXIS = 50;
const AIR = 12;
const BACKGROUND = {
  stroke: "var(--line-strong)",
  strokeWidth: 1.5,
  dot: false,
  activeDot: false,
  isAnimationActive: false,
} as const;

/** One line with its name and rate above it; what all are together lies behind it in grey. */
export function TrendPanel({ trend, line, marks, width }: TrendPanelProps) {
  const alone = { ...trend, lines: [line] };
  const last = lastRate(line);
  const rate = line.total ?? (last !== null && trend.percent(last));
  return (
    <section aria-label={line.name} className="min-w-0 break-inside-avoid">
      <p
        className={classNames(
          "min-h-8 text-label font-medium",
          line.news ? "text-bad" : "text-ink",
        )}
      >
        <bdi className="block truncate" title={line.name}>
          {line.name}
        </bdi>
        {rate}
      </p>
      <LineChart
        width={width}
        height={HEIGHT}
        data={trendPoints(alone, marks[0])}
        title={line.name}
        margin={{ top: 16, right: AIR, bottom: 0, left: 0 }}
      >
        {trendAxes(trend, {
          marks: [marks[0] ?? 0, 100],
          gap: 24,
          width: AXIS,
          plot: width - AXIS - AIR,
        })}
        {trend.whole && <Line dataKey="whole" {...BACKGROUND} />}
        {limitLines(alone)}
        {trendLines(alone)}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          // Below the line: over it, it would cover the whole of so small a chart.
          position={{ y: HEIGHT - 20 }}
          allowEscapeViewBox={{ x: false, y: true }}
          wrapperStyle={{ zIndex: 1 }}
          content={({ activeIndex }) => (
            <TrendTip trend={alone} place={activeIndex == null ? undefined : Number(activeIndex)} />
          )}
        />
      </LineChart>
    </section>
  );
}

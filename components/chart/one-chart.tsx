"use client";

import { LineChart, Tooltip } from "recharts";
import { trendAxes } from "./axes";
import { EndLabels } from "./end-labels";
import { type Trend, trendPoints, trendScale } from "./trend";
import { limitLines, trendLines } from "./trend-lines";
import { TrendTip } from "./trend-tip";

const CHART_HEIGHT = 280;
const AXIS = 54;

/** All the lines in one drawing, each named at its end. */
export function OneChart({ label, trend, width }: { label: string; trend: Trend; width: number }) {
  // A single line's name is the chart's, and leaves its room to the line where there is little.
  const short = width < 640;
  const marks = trendScale(trend);
  const right = short ? 44 : 178;
  return (
    <LineChart
      width={width}
      height={CHART_HEIGHT}
      data={trendPoints(trend, marks[0])}
      title={label}
      margin={{ top: 22, right, bottom: 18, left: 0 }}
    >
      {trendAxes(trend, { marks, gap: 40, width: AXIS, plot: width - AXIS - right })}
      {limitLines(trend)}
      {trendLines(trend)}
      <EndLabels trend={trend} short={short} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--line-strong)" }}
        wrapperStyle={{ zIndex: 1 }}
        content={({ activeIndex }) => (
          <TrendTip trend={trend} place={activeIndex == null ? undefined : Number(activeIndex)} />
        )}
      />
    </LineChart>
  );
}

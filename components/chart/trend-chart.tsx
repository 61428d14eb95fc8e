"use client";

import { useMemo, useRef } from "react";
import { CartesianGrid, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { EndLabels } from "./end-labels";
import { useMeasuredWidth } from "./measured-width";
import { type Trend, trendPoints, trendScale } from "./trend";
import { limitLines, trendLines } from "./trend-lines";
import { TrendTable } from "./trend-table";
import { TrendTip } from "./trend-tip";

type TrendChartProps = {
  label: string;
  trend: Trend;
  /** The name of the file that the numbers can be saved as. */
  csv: string;
};

const HEIGHT = 280;
const axisText = { fill: "var(--faint)", fontSize: 12 };
/** Below this the names leave the line ends, where only the rates fit. */
const NAMES_FIT = 640;

/**
 * Rates over weeks against a target. The news stands out, the running week is dashed, what happened
 * stands on the time axis. Tab reaches it, ← and → walk the weeks; the table below says the same.
 */
export function TrendChart({ label, trend, csv }: TrendChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useMeasuredWidth(frame);
  const points = useMemo(() => trendPoints(trend), [trend]);
  const scale = trendScale(trend);
  const short = width < NAMES_FIT;
  return (
    <figure aria-label={label} className="min-w-0">
      {/* The room is there before the drawing is, so that nothing moves. */}
      <div
        ref={frame}
        className="num h-[280px] print:h-auto [&_svg]:-outline-offset-2 print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_svg]:h-auto!"
      >
        {width > 0 && (
          <LineChart
            width={width}
            height={HEIGHT}
            data={points}
            title={label}
            margin={{ top: 22, right: short ? 44 : 178, bottom: 18, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="week"
              tickLine={false}
              axisLine={false}
              tick={axisText}
              minTickGap={40}
              padding={{ left: 6 }}
            />
            <YAxis
              domain={[scale[0] ?? 0, 100]}
              ticks={scale}
              width={48}
              tickLine={false}
              axisLine={false}
              tick={axisText}
              unit="%"
            />
            <ReferenceLine
              y={trend.target * 100}
              stroke="var(--faint)"
              strokeDasharray="3 4"
              label={{ ...axisText, value: "target", position: "left" }}
            />
            {trend.events?.map((event) => (
              <ReferenceLine
                key={event.label}
                x={trend.weeks[event.week]}
                stroke="var(--line-strong)"
                label={{ fill: "var(--soft)", fontSize: 12, value: event.label, position: "top" }}
              />
            ))}
            {limitLines(trend)}
            {trendLines(trend)}
            <EndLabels trend={trend} short={short} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              content={({ activeIndex }) => (
                <TrendTip
                  trend={trend}
                  place={activeIndex == null ? undefined : Number(activeIndex)}
                />
              )}
            />
          </LineChart>
        )}
      </div>
      <TrendTable label={label} trend={trend} csv={csv} />
    </figure>
  );
}

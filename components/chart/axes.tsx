import { CartesianGrid, ReferenceLine, XAxis, YAxis } from "recharts";
import type { Trend } from "./trend";

const axisText = { fill: "var(--faint)", fontSize: 12 };

/** `marks` in percent; `gap` between two dates and `width` of the percent in pixels. */
type Scale = { marks: readonly number[]; gap: number; width: number };

/** The grid, the two axes, the target, and what happened meanwhile, by its letter. */
export function trendAxes({ target, events, weeks }: Trend, { marks, gap, width }: Scale) {
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--line)" />,
    <XAxis
      key="weeks"
      dataKey="week"
      tickLine={false}
      axisLine={false}
      tick={axisText}
      minTickGap={gap}
      padding={{ left: 6 }}
    />,
    <YAxis
      key="percent"
      domain={[marks[0] ?? 0, 100]}
      ticks={[...marks]}
      width={width}
      tickLine={false}
      axisLine={false}
      tick={axisText}
      unit="%"
    />,
    <ReferenceLine
      key="target"
      y={target * 100}
      stroke="var(--faint)"
      strokeDasharray="3 4"
      label={width < 48 ? undefined : { ...axisText, value: "target", position: "left" }}
    />,
    ...(events ?? []).map((event) => (
      <ReferenceLine
        key={event.label}
        x={weeks[event.week]}
        stroke="var(--line-strong)"
        label={{ fill: "var(--soft)", fontSize: 12, value: event.label, position: "top" }}
      />
    )),
  ];
}

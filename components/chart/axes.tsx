import { CartesianGrid, ReferenceLine, XAxis, YAxis } from "recharts";
import { eventLabels } from "./event-labels";
import type { Trend } from "./trend";

/** Pixels below which a plot has room for two dates or so. */
const NARROW = 400;

const axisText = { fill: "var(--faint)", fontSize: 12 };

/** `marks` in percent; in pixels the `gap` between dates, the `width` of the percent, and of the `plot`. */
type Scale = { marks: readonly number[]; gap: number; width: number; plot: number };

/** The grid, the two axes, the target, and what happened meanwhile, by its letter. */
export function trendAxes(
  { target, events, weeks, percent }: Trend,
  { marks, gap, width, plot }: Scale,
) {
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--line)" />,
    <XAxis
      key="weeks"
      dataKey="week"
      tickLine={false}
      axisLine={false}
      tick={axisText}
      // On a narrow plot even distances leave the last date alone, cut off at its edge.
      interval={plot < NARROW ? "preserveEnd" : "equidistantPreserveEnd"}
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
      tickFormatter={(mark: number) => percent(mark / 100)}
    />,
    <ReferenceLine
      key="target"
      y={target * 100}
      stroke="var(--faint)"
      strokeDasharray="3 4"
      label={width < 54 ? undefined : { ...axisText, value: "target", position: "left" }}
    />,
    ...eventLabels(events ?? [], plot / weeks.length).map((event) => (
      <ReferenceLine
        key={`event ${event.week}`}
        x={weeks[event.week]}
        stroke="var(--line-strong)"
        label={{ fill: "var(--soft)", fontSize: 12, value: event.label, position: "top" }}
      />
    )),
  ];
}

import { type DotItemDotProps, Line } from "recharts";
import { PointDot } from "./point-dot";
import type { Trend, TrendLine } from "./trend";

/** Draws the points of one stroke; the dashed one begins at a point that the other has drawn. */
const dotsOf = (line: TrendLine, first: number) =>
  function dots({ key, index, cx, cy, value }: DotItemDotProps) {
    const drawn = index >= first && typeof value === "number" && cx !== undefined;
    if (!drawn || cy === undefined) return <g key={key} />;
    return <PointDot key={key} line={line} index={index} cx={cx} cy={cy} />;
  };

/** Two strokes per line: the finished weeks, and the dashed way to the running one. News on top. */
export function trendLines({ lines, weeks }: Trend) {
  const drawn = lines.map((line, place) => ({ line, place }));
  drawn.sort((one, other) => Number(one.line.news ?? false) - Number(other.line.news ?? false));
  return drawn.flatMap(({ line, place }) =>
    (["done", "now"] as const).map((part) => (
      <Line
        key={part + place}
        dataKey={`${part}${place}`}
        stroke={line.news ? "var(--bad)" : "var(--faint)"}
        strokeWidth={line.news ? 2.4 : 1.5}
        strokeOpacity={line.news ? 1 : 0.7}
        strokeDasharray={part === "now" ? "3 4" : undefined}
        dot={dotsOf(line, part === "now" ? weeks.length - 1 : 0)}
        // Only shows where one is: what is pressed is the dot below.
        activeDot={{ r: 3, strokeWidth: 0, style: { pointerEvents: "none" } }}
        type="linear"
        isAnimationActive={false}
      />
    )),
  );
}

/** The control limits of the only line: between them it moves by chance. */
export function limitLines({ lines }: Trend) {
  if (lines.length !== 1 || !lines[0]?.limits) return null;
  return ["low", "high"].map((bound) => (
    <Line
      key={bound}
      dataKey={bound}
      stroke="var(--line-strong)"
      strokeWidth={1}
      dot={false}
      activeDot={false}
      type="step"
      isAnimationActive={false}
    />
  ));
}

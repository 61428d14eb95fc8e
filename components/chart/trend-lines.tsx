import { type DotItemDotProps, Line } from "recharts";
import { PointDot } from "./point-dot";
import type { Trend, TrendLine } from "./trend";

/** Draws the points of one stroke; the dashed one begins at a point that the other has drawn. */
const dotsOf = (line: TrendLine, first: number, hrefOf: Trend["hrefOf"]) =>
  function dots({ key, index, cx, cy, value }: DotItemDotProps) {
    const drawn = index >= first && typeof value === "number" && cx !== undefined;
    if (!drawn || cy === undefined) return <g key={key} />;
    const href = hrefOf?.(line, index);
    return <PointDot key={key} {...{ line, index, cx, cy, href }} />;
  };

/** The news is red, a line by itself black; of several the others recede. */
function lookOf({ news }: TrendLine, only: boolean) {
  if (news) return { stroke: "var(--bad)", strokeWidth: only ? 1.8 : 2.4, strokeOpacity: 1 };
  if (only) return { stroke: "var(--ink)", strokeWidth: 1.8, strokeOpacity: 1 };
  return { stroke: "var(--faint)", strokeWidth: 1.5, strokeOpacity: 0.7 };
}

/** Two strokes per line: the finished weeks, and the dashed way to the running one. News on top. */
export function trendLines({ lines, weeks, hrefOf }: Trend) {
  const drawn = lines.map((line, place) => ({ line, place }));
  drawn.sort((one, other) => Number(one.line.news ?? false) - Number(other.line.news ?? false));
  return drawn.flatMap(({ line, place }) =>
    (["done", "now"] as const).map((part) => (
      <Line
        key={part + place}
        dataKey={`${part}${place}`}
        {...lookOf(line, lines.length === 1)}
        strokeDasharray={part === "now" ? "3 4" : undefined}
        dot={dotsOf(line, part === "now" ? weeks.length - 1 : 0, hrefOf)}
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

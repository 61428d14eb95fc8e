import { Line } from "recharts";
import type { Trend } from "./trend";

/** Two strokes per line: the finished weeks, and the dashed way to the running one. News on top. */
export function trendLines({ lines }: Trend) {
  const drawn = lines.map((line, place) => ({ ...line, place }));
  drawn.sort((one, other) => Number(one.news ?? false) - Number(other.news ?? false));
  return drawn.flatMap(({ place, news }) =>
    ["done", "now"].map((part) => (
      <Line
        key={part + place}
        dataKey={`${part}${place}`}
        stroke={news ? "var(--bad)" : "var(--faint)"}
        strokeWidth={news ? 2.4 : 1.5}
        strokeOpacity={news ? 1 : 0.7}
        strokeDasharray={part === "now" ? "3 4" : undefined}
        dot={false}
        activeDot={{ r: 3, strokeWidth: 0 }}
        type="linear"
        isAnimationActive={false}
      />
    )),
  );
}

"use client";

import { usePlotArea, useYAxisScale } from "recharts";
import { shortened } from "@/lib/platform/shown-text";
import { spreadLabels } from "./spread-labels";
import { lastRate, type Trend } from "./trend";

/** What the margin beside the lines has room for. */
const LONGEST_NAME = 21;
const LABEL_HEIGHT = 16;
const SO_FAR: Readonly<Record<string, string>> = {
  Day: "today so far",
  "Week of": "this week so far",
  Month: "this month so far",
};

/** Each line's name and last rate at its end, moved apart where lines meet. No legend to look up. */
export function EndLabels({ trend, short }: { trend: Trend; short: boolean }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale) return null;
  const ends = trend.lines.flatMap((line) => {
    const rate = lastRate(line);
    const y = rate === null ? undefined : scale(rate * 100);
    return rate === null || y === undefined ? [] : [{ ...line, rate, y }];
  });
  const positions = spreadLabels(
    ends.map((end) => end.y),
    LABEL_HEIGHT,
    plot.y,
    plot.y + plot.height,
  );
  return (
    <g fontSize="12">
      {ends.map(({ name, rate, news, y }, place) => (
        <text
          key={`${name} ${y}`}
          x={plot.x + plot.width + 8}
          y={(positions[place] ?? 0) + 4}
          fill={news ? "var(--bad)" : "var(--faint)"}
          fontWeight={news ? 600 : 400}
        >
          {trend.percent(rate)}
          {short ? "" : ` ${shortened(name, LONGEST_NAME)}`}
        </text>
      ))}
      {trend.unfinished && (
        <text
          x={plot.x + plot.width}
          y={plot.y + plot.height + 34}
          textAnchor="end"
          fill="var(--faint)"
        >
          {SO_FAR[trend.span] ?? "so far"}
        </text>
      )}
    </g>
  );
}

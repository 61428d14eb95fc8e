"use client";

import { usePlotArea, useYAxisScale } from "recharts";
import { formatPercent } from "@/lib/platform/format-number";
import { spreadLabels } from "./spread-labels";
import { lastRate, type Trend } from "./trend";

const LABEL_HEIGHT = 16;

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
      {ends.map(({ name, rate, news }, place) => (
        <text
          key={name}
          x={plot.x + plot.width + 8}
          y={(positions[place] ?? 0) + 4}
          fill={news ? "var(--bad)" : "var(--faint)"}
          fontWeight={news ? 600 : 400}
        >
          {formatPercent(rate, "en-GB")}
          {short ? "" : ` ${name}`}
        </text>
      ))}
      {trend.unfinished && (
        <text
          x={plot.x + plot.width}
          y={plot.y + plot.height + 34}
          textAnchor="end"
          fill="var(--faint)"
        >
          this week so far
        </text>
      )}
    </g>
  );
}

"use client";

import { useMemo, useRef } from "react";
import { useMeasuredWidth } from "./measured-width";
import { OneChart } from "./one-chart";
import { panelsFor, TrendPanels, TrendRoom } from "./panels/trend-panels";
import type { Trend } from "./trend";
import { TrendTable } from "./trend-table";

type TrendChartProps = {
  label: string;
  /** How many lines there are, and whether each is to have a chart of its own. */
  lines: number;
  apart?: boolean;
  /** What is drawn; asked when it is, since nothing of it can be drawn without a width. */
  read: () => Trend;
  /** The name of the file that the numbers can be saved as. */
  csv: string;
};

type DrawingProps = Pick<TrendChartProps, "label" | "read"> & { width: number; panels: boolean };

function Drawing({ label, read, width, panels }: DrawingProps) {
  const trend = useMemo(read, [read]);
  if (panels) return <TrendPanels trend={trend} width={width} />;
  return <OneChart label={label} trend={trend} width={width} />;
}

/**
 * Rates over weeks against a target. The news stands out, the running week is dashed, what happened
 * stands on the time axis. Where lines would be a thicket each has a small chart of its own. Tab
 * reaches it, ← and → walk the weeks; the table below says the same.
 */
export function TrendChart({ label, lines, apart = false, read, csv }: TrendChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useMeasuredWidth(frame);
  return (
    <figure aria-label={label} className="min-w-0">
      <div
        ref={frame}
        className="num @container [&_svg]:-outline-offset-2 print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_svg]:h-auto!"
      >
        {width > 0 ? (
          <Drawing {...{ label, read, width }} panels={panelsFor({ lines, apart, width })} />
        ) : (
          <TrendRoom lines={lines} apart={apart} />
        )}
      </div>
      <TrendTable label={label} read={read} csv={csv} />
    </figure>
  );
}

"use client";

import { useCallback } from "react";
import type { Trend, TrendLine } from "@/components/chart/trend";
import { TrendChart } from "@/components/chart/trend-chart";
import { finishedOf, type Line, pointsOf } from "@/lib/audit/trends/lines";
import { lastPeriods } from "@/lib/audit/trends/period";
import { isEach, type TrendView, trendQuery } from "@/lib/audit/trends/view";
import { trendLeadsAddress } from "@/lib/platform/address";
import { formatNumber, formatPercent } from "@/lib/platform/format-number";
import { COMPLETENESS_TARGET } from "@/lib/standard/standard";
import { periodWords, SPANS } from "./period-words";

export type TrendFigureProps = {
  label: string;
  view: TrendView;
  /** Of each there is a line. */
  lines: number;
  /** `Figures` as JSON: the page is written with one text, not with each of its hundreds of numbers. */
  figures: string;
  /** What happened, by letter, and in which period. */
  marks: readonly { mark: string; place: number }[];
  locale: string;
  now: Date;
};

/** The counts alone: shares, limits, words and links are worked out where they are drawn. */
export type Figures = { lines: readonly Line[]; whole: Line["counts"] | null };

/** So late a signal is the news; an older one is history. */
const NEWS_PERIODS = 4;

const rateOf = ([complete, of]: Line["counts"][number]) => (of === 0 ? null : complete / of);

function drawnLine({ label, counts }: Line, finished: number, locale: string) {
  const { points } = pointsOf(counts, finished);
  const number = (value: number) => formatNumber(value, locale);
  const complete = counts.reduce((sum, [one]) => sum + one, 0);
  const all = counts.reduce((sum, [, of]) => sum + of, 0);
  return {
    name: label,
    rates: counts.map(rateOf),
    ...(all > 0 ? { total: `${formatPercent(complete / all, locale)} of ${number(all)}` } : {}),
    counts: counts.map(([one, of]) => `${number(one)} of ${number(of)}`),
    news: points.some(({ outside }, place) => outside && place >= counts.length - 1 - NEWS_PERIODS),
    outside: points.flatMap(({ outside }, place) => (outside ? [place] : [])),
    limits: points.map(({ limits }) => limits && ([limits.low, limits.high] as const)),
  };
}

function trendOf({
  view,
  figures,
  marks,
  locale,
  now,
}: Omit<TrendFigureProps, "label" | "lines">): Trend {
  const { lines, whole } = JSON.parse(figures) as Figures;
  const periods = lastPeriods(view.until ?? now.toISOString().slice(0, 10), view.per);
  const finished = finishedOf(periods, now);
  const query = trendQuery(view);
  const drawn: TrendLine[] = lines.map((line) => drawnLine(line, finished, locale));
  const keyOf = (line: TrendLine) => lines[drawn.indexOf(line)]?.key;
  return {
    percent: (ratio) => formatPercent(ratio, locale),
    span: SPANS[view.per],
    weeks: periods.map((period) => periodWords(period, view.per, { locale, timeZone: "UTC" }, now)),
    lines: drawn,
    whole: whole?.map(rateOf),
    target: COMPLETENESS_TARGET,
    unfinished: finished < periods.length,
    events: marks.map(({ mark, place }) => ({ week: place, label: mark })),
    hrefOf: (line, place) =>
      trendLeadsAddress({
        ...query,
        ...(isEach(view) ? { of: keyOf(line) || "-", show: view.show } : { show: keyOf(line) }),
        period: periods[place]?.from,
      }),
  };
}

/** A view of the trends as a chart, whose every point leads to its leads (A.6). */
export function TrendFigure({ label, view, lines, figures, marks, locale, now }: TrendFigureProps) {
  const read = useCallback(
    () => trendOf({ view, figures, marks, locale, now }),
    [view, figures, marks, locale, now],
  );
  return (
    <TrendChart
      label={label}
      lines={lines}
      apart={isEach(view)}
      read={read}
      csv={`completeness-per-${view.per}`}
    />
  );
}

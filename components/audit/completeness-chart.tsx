"use client";

import { useCallback } from "react";
import { TrendChart } from "@/components/chart/trend-chart";
import type { CategoryReport } from "@/lib/audit/report";
import { formatDay } from "@/lib/platform/format";
import { formatPercent } from "@/lib/platform/format-number";

type Props = {
  reports: readonly Pick<CategoryReport, "label" | "weekly" | "change">[];
  /** The Mondays of the weeks, the running one last. */
  weeks: readonly string[];
  target: number;
  locale: string;
  now: Date;
};

/** The five categories week by week against the article's line (A.3, A.6). */
export function CompletenessChart({ reports, weeks, target, locale, now }: Props) {
  const read = useCallback(() => {
    // A week's day is a date, not an instant: printed in UTC it stays the Monday that it is.
    const dates = { locale, timeZone: "UTC" };
    return {
      percent: (ratio: number) => formatPercent(ratio, locale),
      span: "Week of",
      weeks: weeks.map((week) => formatDay(new Date(`${week}T12:00:00Z`), dates, now, "short")),
      lines: reports.map(({ label: name, weekly: rates, change }) => ({
        name,
        rates,
        news: change !== null,
      })),
      target,
      unfinished: true,
    };
  }, [reports, weeks, target, locale, now]);
  return (
    <TrendChart
      label="Complete handoffs per week and category"
      csv="complete-handoffs"
      lines={reports.length}
      read={read}
    />
  );
}

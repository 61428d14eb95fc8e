import { TrendChart } from "@/components/chart/trend-chart";
import type { CategoryReport } from "@/lib/audit/report";
import { formatDay, type Reader } from "@/lib/platform/format";

type Props = {
  reports: CategoryReport[];
  /** The Mondays of the weeks, the running one last. */
  weeks: string[];
  target: number;
  reader: Reader;
  now: Date;
};

/** The five categories week by week against the article's line (A.3, A.6). */
export function CompletenessChart({ reports, weeks, target, reader, now }: Props) {
  // A week's day is a date, not an instant: printed in UTC it stays the Monday that it is.
  const dates = { locale: reader.locale, timeZone: "UTC" };
  return (
    <TrendChart
      label="Complete handoffs per week and category"
      csv="complete-handoffs"
      trend={{
        span: "Week of",
        weeks: weeks.map((week) => formatDay(new Date(`${week}T12:00:00Z`), dates, now, "short")),
        lines: reports.map(({ label, weekly, change }) => ({
          name: label,
          rates: weekly,
          news: change !== null,
        })),
        target,
        unfinished: true,
      }}
    />
  );
}

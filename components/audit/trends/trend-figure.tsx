import { TrendChart } from "@/components/chart/trend-chart";
import type { Line } from "@/lib/audit/trends/lines";
import { isRunning } from "@/lib/audit/trends/period";
import type { Trends } from "@/lib/audit/trends/trend";
import { isEach, type TrendView, trendQuery } from "@/lib/audit/trends/view";
import { trendLeadsAddress } from "@/lib/platform/address";
import type { Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import { COMPLETENESS_TARGET } from "@/lib/standard/standard";
import { periodWords, SPANS } from "./period-words";

type Props = { label: string; trends: Trends; view: TrendView; reader: Reader; now: Date };

/** So late a signal is the news; an older one is history. */
const NEWS_PERIODS = 4;

const isNews = ({ points }: Line) =>
  points.some(({ outside }, place) => outside && place >= points.length - 1 - NEWS_PERIODS);

/** A view of the trends as a chart, whose every point leads to its leads (A.6). */
export function TrendFigure({ label, trends, view, reader, now }: Props) {
  const { periods, lines, changes } = trends;
  const last = periods.at(-1);
  const each = isEach(view);
  const number = (value: number) => formatNumber(value, reader.locale);
  const query = trendQuery(view);
  return (
    <TrendChart
      label={label}
      csv={`completeness-per-${view.per}`}
      trend={{
        span: SPANS[view.per],
        weeks: periods.map((period) => periodWords(period, view.per, reader, now)),
        lines: lines.map((line) => ({
          name: line.label,
          rates: line.points.map(({ complete, of }) => (of === 0 ? null : complete / of)),
          counts: line.points.map(({ complete, of }) => `${number(complete)} of ${number(of)}`),
          news: isNews(line),
          outside: line.points.flatMap(({ outside }, place) => (outside ? [place] : [])),
          limits:
            lines.length === 1
              ? line.points.map(({ limits }) => limits && ([limits.low, limits.high] as const))
              : undefined,
          hrefs: periods.map(({ from }) =>
            trendLeadsAddress({
              ...query,
              ...(each ? { of: line.key || "-", show: view.show } : { show: line.key }),
              period: from,
            }),
          ),
        })),
        target: COMPLETENESS_TARGET,
        unfinished: last !== undefined && isRunning(last, now),
        events: changes.map(({ mark, place }) => ({ week: place, label: mark })),
      }}
    />
  );
}

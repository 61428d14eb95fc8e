import type { Metadata } from "next";
import type { Figures } from "@/components/audit/trends/trend-figure";
import {
  changeWords,
  handoffWords,
  signalWords,
  trendTitle,
} from "@/components/audit/trends/trend-words";
import { TrendsView } from "@/components/audit/trends/trends-view";
import { requireViewer } from "@/lib/access/current-viewer";
import { lastPeriods, periodOf } from "@/lib/audit/trends/period";
import { readTrends, type Trends } from "@/lib/audit/trends/trend";
import {
  isEach,
  MOST_LINES,
  parseTrendView,
  type TrendView,
  trendQuery,
} from "@/lib/audit/trends/view";
import { trendsAddress } from "@/lib/platform/address";
import type { SearchParams } from "@/lib/platform/search-params";
import "../print.css";

export const metadata: Metadata = { title: "Trends" };

type TrendsPageProps = { searchParams: Promise<SearchParams> };

/** The way to the periods before, and back. */
function walk(view: TrendView, { periods }: Trends, now: Date) {
  const today = now.toISOString().slice(0, 10);
  const earlier = periodOf(periods[0]?.from ?? today, view.per, 1).from;
  const next = periods.at(-1)?.until ?? today;
  const later = lastPeriods(next, view.per).length - 1;
  const to = (until: string | null) => trendsAddress(trendQuery({ ...view, until }));
  const ahead = periodOf(next, view.per, -later).from;
  return {
    earlier: to(earlier),
    later: next <= today ? to(ahead > today ? null : ahead) : null,
  };
}

/** Completeness over time, by whatever may explain it (A.6). */
export default async function TrendsPage({ searchParams }: TrendsPageProps) {
  const view = parseTrendView(await searchParams);
  const viewer = await requireViewer(trendsAddress(trendQuery(view)), "see the audit");
  const now = new Date();
  const trends = await readTrends(viewer, view, now);
  const { lines, whole, changes, choices, handoffs } = trends;
  const words = { trends, view, reader: viewer, now };
  const limited = isEach(view) && choices.length > MOST_LINES;
  return (
    <TrendsView
      {...{ view, choices, now }}
      lines={lines.length}
      figures={JSON.stringify({ lines, whole } satisfies Figures)}
      {...walk(view, trends, now)}
      label={trendTitle(words)}
      count={handoffWords(words)}
      empty={handoffs === 0}
      limited={
        limited
          ? `The ${MOST_LINES} with the most handoffs; the others can be chosen one by one.`
          : null
      }
      marks={changes.map(({ mark, place }) => ({ mark, place }))}
      signals={signalWords(words)}
      changes={changeWords(changes, viewer, now)}
      locale={viewer.locale}
    />
  );
}

import type { Metadata } from "next";
import { ChangeList } from "@/components/audit/trends/change-list";
import { periodWords } from "@/components/audit/trends/period-words";
import { SignalList } from "@/components/audit/trends/signal-list";
import { TrendChoices } from "@/components/audit/trends/trend-choices";
import { TrendFigure } from "@/components/audit/trends/trend-figure";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { PrintButton } from "@/components/shell/print-button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/lib/access/current-viewer";
import { DIMENSIONS } from "@/lib/audit/trends/dimension";
import { measureLabel } from "@/lib/audit/trends/measure";
import { lastPeriods, periodOf } from "@/lib/audit/trends/period";
import { MOST_LINES, readTrends, type Trends } from "@/lib/audit/trends/trend";
import { isEach, parseTrendView, type TrendView, trendQuery } from "@/lib/audit/trends/view";
import { auditsAddress, trendsAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";
import "../print.css";

export const metadata: Metadata = { title: "Trends" };

type TrendsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 'Complete handoffs per week, Behavioral Trail, Amara Okafor': what one sees, for paper too. */
function titleOf(view: TrendView, { choices }: Trends): string {
  const shown = view.show === null ? "five categories" : measureLabel(view.show);
  const one = choices.find(({ value }) => value === view.of)?.label;
  const by = view.by === "all" ? "" : (one ?? `by ${DIMENSIONS[view.by].toLowerCase()}`);
  return [`Complete handoffs per ${view.per}`, shown, by].filter(Boolean).join(", ");
}

/** The way to the periods before, and back. */
function Walk({ view, trends, now }: { view: TrendView; trends: Trends; now: Date }) {
  const today = now.toISOString().slice(0, 10);
  const first = trends.periods[0]?.from ?? today;
  const earlier = periodOf(first, view.per, 1).from;
  const next = trends.periods.at(-1)?.until ?? today;
  const later = lastPeriods(next, view.per).length - 1;
  const to = (until: string | null) => trendsAddress(trendQuery({ ...view, until }));
  const ahead = periodOf(next, view.per, -later).from;
  return (
    <>
      <ButtonLink href={to(earlier)}>Earlier</ButtonLink>
      {next <= today && <ButtonLink href={to(ahead > today ? null : ahead)}>Later</ButtonLink>}
    </>
  );
}

/** Completeness over time, by whatever may explain it (A.6). */
export default async function TrendsPage({ searchParams }: TrendsPageProps) {
  const view = parseTrendView(await searchParams);
  const viewer = await requireViewer(trendsAddress(trendQuery(view)), "see the audit");
  const now = new Date();
  const trends = await readTrends(viewer, view, now);
  const { periods, lines, changes, choices, handoffs } = trends;
  const label = titleOf(view, trends);
  const common = { reader: viewer, now };
  const [first] = periods;
  const since = first && periodWords(first, view.per, viewer, now);
  const span = view.per === "week" ? "the week of " : "";
  return (
    <div data-report>
      <Breadcrumbs crumbs={[{ label: "Audit", href: auditsAddress() }, { label: "Trends" }]} />
      <PageHeader
        title="Trends"
        count={`${formatCount(handoffs, "handoff", "handoffs", viewer.locale)} since ${span}${since}`}
        actions={
          <span className="flex gap-2 print:hidden">
            <Walk view={view} trends={trends} now={now} />
            <PrintButton />
          </span>
        }
      />
      <TrendChoices view={view} choices={choices} locale={viewer.locale} />
      <h2 className="mb-2 font-semibold">{label}</h2>
      {isEach(view) && choices.length > MOST_LINES && (
        <p className="mb-2 text-small text-soft">
          The {MOST_LINES} with the most handoffs; the others can be chosen one by one.
        </p>
      )}
      {handoffs === 0 ? (
        <EmptyState title="Nothing was handed off in this time." />
      ) : (
        <TrendFigure label={label} trends={trends} view={view} {...common} />
      )}
      <div className="mt-7 grid gap-x-10 gap-y-7 xl:grid-cols-2">
        <SignalList lines={lines} periods={periods} per={view.per} {...common} />
        <ChangeList changes={changes} {...common} />
      </div>
      <p className="mt-5 max-w-[72ch] text-small text-faint">
        A field counts as complete where it had a value and the standard of that day found no fault
        with it. Control limits are three standard errors about the common rate (p-chart), by each
        period’s own number of handoffs. Days, weeks and months are in UTC.
      </p>
    </div>
  );
}

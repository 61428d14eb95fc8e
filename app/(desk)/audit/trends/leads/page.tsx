import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { periodWords, SPANS } from "@/components/audit/trends/period-words";
import { type ShortLine, ShortTable } from "@/components/audit/trends/short-table";
import { Breadcrumbs } from "@/components/shell/breadcrumbs";
import { PageHeader } from "@/components/shell/page-header";
import { PageLinks } from "@/components/table/page-links";
import { TabLinks } from "@/components/ui/tab-links";
import { requireViewer } from "@/lib/access/current-viewer";
import { measureLabel } from "@/lib/audit/trends/measure";
import { valueNames } from "@/lib/audit/trends/named/queries";
import { periodOf } from "@/lib/audit/trends/period";
import {
  SHORT_ON_A_PAGE,
  type ShortHandoff,
  shortHandoffs,
} from "@/lib/audit/trends/short/queries";
import { dayIn, parseTrendView, trendQuery } from "@/lib/audit/trends/view";
import {
  auditsAddress,
  leadAddress,
  trendLeadsAddress,
  trendsAddress,
} from "@/lib/platform/address";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { SearchParams } from "@/lib/platform/search-params";
import { fieldDefinition } from "@/lib/standard/categories";

export const metadata: Metadata = { title: "Handoffs behind a point" };

type PageProps = { searchParams: Promise<SearchParams> };

const lineOf = (row: ShortHandoff, reader: Reader, now: Date): ShortLine => ({
  id: row.id,
  href: leadAddress(row.leadId),
  name: row.name,
  company: row.companyName,
  rep: row.rep,
  routed: formatMoment(row.routedAt, reader, now),
  completeness: row,
  missing: row.missing.map((id) => fieldDefinition(id).label).join(", "),
});

/** The handoffs behind one point of a trend: those that fell short, or all (A.6). */
export default async function TrendLeadsPage({ searchParams }: PageProps) {
  const params = await searchParams;
  const view = parseTrendView(params);
  const day = dayIn(params.period);
  const query = { ...trendQuery(view), show: view.show, period: day };
  const viewer = await requireViewer(trendLeadsAddress(query), "see the audit");
  if (!day) notFound();
  const now = new Date();
  const measure = view.show ?? "warm";
  const all = params.all === "1";
  const page = /^[1-9]\d{0,4}$/.test(String(params.page)) ? Number(params.page) : 1;
  const skip = (page - 1) * SHORT_ON_A_PAGE;
  const period = periodOf(day, view.per);
  const point = { ...period, by: view.by, of: view.of, measure, all };
  const [{ rows, total }, [value]] = await Promise.all([
    shortHandoffs(viewer, point, skip),
    valueNames(viewer, view.by, view.of === null ? [] : [view.of]),
  ]);
  const { locale } = viewer;
  const when = `${SPANS[view.per]} ${periodWords(period, view.per, viewer, now)}`;
  const to = (change: { all?: boolean; page?: number }) =>
    trendLeadsAddress({ ...query, all, ...change });
  const number = (count: number) => formatNumber(count, locale);
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: "Audit", href: auditsAddress() },
          { label: "Trends", href: trendsAddress(trendQuery(view)) },
          { label: when },
        ]}
      />
      <PageHeader
        title={measureLabel(measure)}
        count={[when, value, formatCount(total, "handoff", "handoffs", locale)]
          .filter(Boolean)
          .join(", ")}
      />
      <TabLinks
        label="Which handoffs"
        tabs={[
          { href: to({ all: false }), label: "Not complete", current: !all },
          { href: to({ all: true }), label: "All", current: all },
        ]}
      />
      <ShortTable rows={rows.map((row) => lineOf(row, viewer, now))} />
      {total > SHORT_ON_A_PAGE && (
        <PageLinks
          text={`${number(skip + 1)}–${number(skip + rows.length)} of ${number(total)}`}
          previousHref={page > 1 ? to({ page: page - 1 }) : undefined}
          nextHref={skip + rows.length < total ? to({ page: page + 1 }) : undefined}
        />
      )}
    </>
  );
}

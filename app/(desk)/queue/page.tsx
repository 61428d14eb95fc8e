import type { Metadata } from "next";
import { Arrivals } from "@/components/queue/arrivals";
import { QueueFilters } from "@/components/queue/queue-filters";
import { queueLine } from "@/components/queue/queue-line";
import { QueueTable } from "@/components/queue/queue-table";
import { QueueTabs } from "@/components/queue/queue-tabs";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { PageHeader } from "@/components/shell/page-header";
import { PageLinks } from "@/components/table/page-links";
import { RowKeysHint } from "@/components/table/row-keys-hint";
import { requireViewer } from "@/lib/access/current-viewer";
import { leadAddress, queueAddress } from "@/lib/platform/address";
import { formatTime } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { queueCounts, queueRows } from "@/lib/queue/queries";
import type { QueueCounts } from "@/lib/queue/row";
import { PAGE_SIZE, parseView, type QueueView, viewQuery } from "@/lib/queue/view";

export const metadata: Metadata = { title: "Queue" };

type QueuePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** "23 leads, 2 due now": of the list as filtered. */
function countWords({ shown, open, due }: QueueCounts, { list }: QueueView, locale: string) {
  const leads = (count: number) => formatCount(count, "lead", "leads", locale);
  if (list !== "open") return leads(shown);
  const of = shown === open ? leads(open) : `${formatNumber(shown, locale)} of ${leads(open)}`;
  return due > 0 ? `${of}, ${formatNumber(due, locale)} due now` : of;
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const search = await searchParams;
  const now = new Date();
  const view = parseView(search, now);
  const viewer = await requireViewer(queueAddress(viewQuery(view)), "work the queue");
  const [rows, counts] = await Promise.all([
    queueRows(viewer, view, now),
    queueCounts(viewer, view, now),
  ]);
  const held = { ...view, asOf: view.asOf ?? now };
  const lines = rows.map((row) =>
    queueLine(row, leadAddress(row.leadId, viewQuery(held)), viewer, now),
  );
  const before = (view.page - 1) * PAGE_SIZE;
  const pageHref = (page: number) => queueAddress(viewQuery({ ...held, page }));
  const everything = { ...view, filters: [], page: 1, asOf: null };
  return (
    <>
      <KeepFresh servedAt={now.getTime()} />
      {view.list === "open" && <Arrivals leads={rows.map(({ id, name }) => ({ id, name }))} />}
      <PageHeader
        title="Queue"
        count={countWords(counts, view, viewer.locale)}
        actions={view.list === "open" && <QueueFilters view={view} />}
      />
      <QueueTabs view={view} counts={counts} />
      <QueueTable
        list={view.list}
        lines={lines}
        sort={view.sort}
        total={counts.shown}
        before={before}
        currentId={typeof search.from === "string" ? search.from : undefined}
        unfilteredHref={view.filters.length > 0 ? queueAddress(viewQuery(everything)) : undefined}
      />
      {counts.shown > PAGE_SIZE && (
        <PageLinks
          text={`${before + 1}–${before + rows.length} of ${formatCount(counts.shown, "lead", "leads", viewer.locale)}, as of ${formatTime(held.asOf, viewer)}`}
          previousHref={view.page > 1 ? pageHref(view.page - 1) : undefined}
          nextHref={before + rows.length < counts.shown ? pageHref(view.page + 1) : undefined}
        />
      )}
      {rows.length > 0 && <RowKeysHint />}
    </>
  );
}

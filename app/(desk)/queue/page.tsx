import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LiveWord } from "@/components/queue/live/live-word";
import { NotifySwitch } from "@/components/queue/live/notify-switch";
import { QueueLive } from "@/components/queue/live/queue-live";
import { QueueFilters } from "@/components/queue/queue-filters";
import { QueueHead } from "@/components/queue/queue-head";
import { queueLine } from "@/components/queue/queue-line";
import { QueueTable } from "@/components/queue/queue-table";
import { QueueTabs } from "@/components/queue/queue-tabs";
import { ViewButton } from "@/components/queue/views/view-button";
import { RowKeysHint } from "@/components/table/row-keys-hint";
import { requireViewer } from "@/lib/access/current-viewer";
import { address, queueAddress } from "@/lib/platform/address";
import { cursorText } from "@/lib/queue/live/cursor";
import { queueTop } from "@/lib/queue/queries";
import { savedQuery } from "@/lib/queue/saved/saved-query";
import { lastingQuery, parseView, viewQuery } from "@/lib/queue/view";
import { CATEGORIES } from "@/lib/standard/categories";

export const metadata: Metadata = { title: "Queue" };

type QueuePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What an address says about its list; where it says nothing, the rep's own opening view counts. */
const SAYS_SOMETHING = ["list", "only", "sort", "columns", "cursor"];
const CATEGORY_NAMES = CATEGORIES.map(({ label }) => label);

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const search = await searchParams;
  const now = new Date();
  const view = parseView(search, now);
  const viewer = await requireViewer(queueAddress(viewQuery(view)), "work the queue");
  const { rows, counts, saved } = await queueTop(viewer, view, now);
  const opening = saved.find(({ opens }) => opens);
  if (opening && !SAYS_SOMETHING.some((name) => name in search)) {
    redirect(queueAddress(Object.fromEntries(new URLSearchParams(opening.query))));
  }
  const { list, sort, columns, filters } = view;
  const unfiltered = { ...view, filters: [], asOf: null };
  return (
    <QueueLive
      // Other columns show the same list: it stays as one left it.
      key={address("", { ...lastingQuery(view), columns: null })}
      lines={JSON.stringify(rows.map((row) => queueLine(row, viewer, now)))}
      counts={counts}
      query={viewQuery({ ...view, asOf: view.asOf ?? now })}
      servedAt={now.getTime()}
      since={cursorText(viewer.readAt)}
      categories={CATEGORY_NAMES}
    >
      <QueueHead
        list={list}
        locale={viewer.locale}
        actions={
          <>
            {list === "open" && <QueueFilters view={view} />}
            <ViewButton view={view} saved={saved} />
            <NotifySwitch />
          </>
        }
      />
      <LiveWord />
      <QueueTabs current={list} query={savedQuery(view)} saved={saved} />
      <QueueTable
        list={list}
        sort={sort}
        columns={columns}
        currentId={typeof search.from === "string" ? search.from : undefined}
        unfilteredHref={filters.length > 0 ? queueAddress(viewQuery(unfiltered)) : undefined}
      />
      {rows.length > 0 && <RowKeysHint />}
    </QueueLive>
  );
}

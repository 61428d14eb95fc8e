import type { Metadata } from "next";
import { Suspense } from "react";
import { Board } from "@/components/ops/board/board";
import { BoardFilters } from "@/components/ops/board/board-filters";
import { boardLine } from "@/components/ops/board/board-line";
import { BoardSearch } from "@/components/ops/board/board-search";
import { BoardTabs } from "@/components/ops/board/board-tabs";
import { SyncHint } from "@/components/ops/sync-hint";
import { PageHeader } from "@/components/shell/page-header";
import { PageLinks } from "@/components/table/page-links";
import { requireViewer } from "@/lib/access/current-viewer";
import { boardCounts } from "@/lib/documentation/board/counts/queries";
import { boardQuery, isNarrowed, parseBoardFilter } from "@/lib/documentation/board/filter";
import { boardPage } from "@/lib/documentation/board/queries";
import { boardRows } from "@/lib/documentation/board/rows/queries";
import { phrases } from "@/lib/documentation/phrases/queries";
import { hasLeads } from "@/lib/first-day/queries";
import { opsAddress, opsLeadAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { SearchParams } from "@/lib/platform/search-params";
import { FallbackNotice } from "../fallback-notice";
import { CountedFilters } from "./counted-filters";

export const metadata: Metadata = { title: "Needs you" };

type OpsPageProps = { searchParams: Promise<SearchParams> };

export default async function OpsPage({ searchParams }: OpsPageProps) {
  const now = new Date();
  const search = await searchParams;
  const filter = parseBoardFilter(search);
  const query = boardQuery(filter);
  const viewer = await requireViewer(opsAddress(query), "document leads");
  const { show } = filter;
  const [counts, page, library] = await Promise.all([
    boardCounts(viewer),
    boardPage(viewer, filter),
    phrases(viewer),
  ]);
  const rows = await boardRows(viewer, show, page.ids, now);
  const lines = rows.map((row) => boardLine(row, opsLeadAddress(row.id, query), now, viewer));
  const leads = formatCount(page.total, "lead", "leads", viewer.locale);
  const all = formatNumber(counts[show], viewer.locale);
  const pageHref = (cursor: string | null) =>
    cursor ? opsAddress({ ...query, cursor }) : undefined;
  const uncounted = <BoardFilters filter={filter} facets={null} locale={viewer.locale} />;
  return (
    <>
      <PageHeader
        title="Needs you"
        count={isNarrowed(filter) ? `${leads} of ${all}` : leads}
        actions={<BoardSearch filter={filter} />}
      />
      <FallbackNotice viewer={viewer} />
      <BoardTabs show={show} counts={counts} locale={viewer.locale} />
      {show === "enrichment" && counts.enrichment > 0 && (
        <Suspense fallback={uncounted}>
          <CountedFilters viewer={viewer} filter={filter} />
        </Suspense>
      )}
      {show === "sync" && <SyncHint />}
      <Board
        filter={filter}
        lines={lines}
        total={page.total}
        before={page.before}
        begun={page.total > 0 || (await hasLeads(viewer))}
        phrases={library.map(({ text }) => text)}
        currentId={typeof search.from === "string" ? search.from : undefined}
        servedAt={now.getTime()}
      />
      {page.total > lines.length && (
        <PageLinks
          text={`${page.before + 1}–${page.before + lines.length} of ${leads}`}
          previousHref={pageHref(page.previous)}
          nextHref={pageHref(page.next)}
        />
      )}
    </>
  );
}

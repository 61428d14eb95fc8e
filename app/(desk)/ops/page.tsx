import type { Metadata } from "next";
import { BoardFilters } from "@/components/ops/board-filters";
import { boardLine } from "@/components/ops/board-line";
import { BoardSearch } from "@/components/ops/board-search";
import { BoardTable } from "@/components/ops/board-table";
import { BoardTabs } from "@/components/ops/board-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { PageLinks } from "@/components/table/page-links";
import { RowKeysHint } from "@/components/table/row-keys-hint";
import { requireViewer } from "@/lib/access/current-viewer";
import { boardQuery, parseBoardFilter, type SearchParams } from "@/lib/documentation/board/filter";
import { boardCounts, boardPage } from "@/lib/documentation/board/queries";
import { boardRows } from "@/lib/documentation/board/rows/queries";
import { opsAddress, opsLeadAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";

export const metadata: Metadata = { title: "Needs you" };

type OpsPageProps = { searchParams: Promise<SearchParams> };

export default async function OpsPage({ searchParams }: OpsPageProps) {
  const now = new Date();
  const search = await searchParams;
  const filter = parseBoardFilter(search);
  const query = boardQuery(filter);
  const viewer = await requireViewer(opsAddress(query), "document leads");
  const { show } = filter;
  const [counts, page] = await Promise.all([boardCounts(viewer), boardPage(viewer, filter)]);
  const rows = await boardRows(viewer, show, page.ids, now);
  const lines = rows.map((row) => boardLine(row, opsLeadAddress(row.id, query), now, viewer));
  const filtered = Boolean(filter.search || filter.missing || filter.mql);
  const leads = formatCount(page.total, "lead", "leads", viewer.locale);
  const pageHref = (cursor: string | null) =>
    cursor ? opsAddress({ ...query, cursor }) : undefined;
  return (
    <>
      <PageHeader
        title="Needs you"
        count={filtered ? `${leads} of ${formatNumber(counts[show], viewer.locale)}` : leads}
        actions={<BoardSearch filter={filter} />}
      />
      <BoardTabs show={show} counts={counts} locale={viewer.locale} />
      {show === "enrichment" && counts.enrichment > 0 && <BoardFilters filter={filter} />}
      <BoardTable
        kind={show}
        lines={lines}
        total={page.total}
        before={page.before}
        currentId={typeof search.from === "string" ? search.from : undefined}
        unfilteredHref={filtered ? opsAddress({ show }) : undefined}
      />
      {page.total > lines.length && (
        <PageLinks
          text={`${page.before + 1}–${page.before + lines.length} of ${leads}`}
          previousHref={pageHref(page.previous)}
          nextHref={pageHref(page.next)}
        />
      )}
      {lines.length > 0 && <RowKeysHint />}
    </>
  );
}

import { BoardFilters } from "@/components/ops/board/board-filters";
import type { Viewer } from "@/lib/access/viewer";
import { boardFacets } from "@/lib/documentation/board/facets/queries";
import type { BoardFilter } from "@/lib/documentation/board/filter";

type CountedFiltersProps = { viewer: Viewer; filter: BoardFilter };

/** The filters with their counts, which come after the board: counting takes longer than reading. */
export async function CountedFilters({ viewer, filter }: CountedFiltersProps) {
  const facets = await boardFacets(viewer, filter);
  return <BoardFilters filter={filter} facets={facets} locale={viewer.locale} />;
}

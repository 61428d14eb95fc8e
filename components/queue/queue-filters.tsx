import { queueAddress } from "@/lib/platform/address";
import {
  QUEUE_FILTERS,
  type QueueFilter,
  type QueueView,
  toggled,
  viewQuery,
} from "@/lib/queue/view";
import { FilterChip } from "../ui/chip";

/** Each press narrows the list further, or widens it again. */
export function QueueFilters({ view }: { view: QueueView }) {
  return (
    <nav aria-label="Filters" className="filter-line">
      {(Object.keys(QUEUE_FILTERS) as QueueFilter[]).map((filter) => (
        <FilterChip
          key={filter}
          href={queueAddress(viewQuery(toggled(view, filter)))}
          current={view.filters.includes(filter)}
        >
          {QUEUE_FILTERS[filter]}
        </FilterChip>
      ))}
    </nav>
  );
}

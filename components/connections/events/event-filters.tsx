import { type EventView, eventQuery, SPANS, type Span } from "@/lib/connections/events/view";
import { connectionAddress } from "@/lib/platform/address";
import { FilterChip } from "../../ui/chip";

const SPAN_NAMES = Object.keys(SPANS) as Span[];

type EventFiltersProps = {
  connectionId: string;
  view: EventView<string>;
  /** The states that there are, each as it is called. */
  states: Readonly<Record<string, string>>;
};

/** Which events are shown: by their state, and how far back. */
export function EventFilters({ connectionId, view, states }: EventFiltersProps) {
  const to = (change: Partial<EventView<string>>) =>
    connectionAddress(connectionId, eventQuery({ ...view, ...change }));
  return (
    <nav aria-label="Which events" className="my-3 flex flex-wrap items-center gap-1.5">
      <FilterChip href={to({ state: null })} current={view.state === null}>
        Every state
      </FilterChip>
      {Object.entries(states).map(([state, label]) => (
        <FilterChip key={state} href={to({ state })} current={view.state === state}>
          {label}
        </FilterChip>
      ))}
      <span aria-hidden="true" className="h-0 w-3 max-md:w-full" />
      {SPAN_NAMES.map((span) => (
        <FilterChip key={span} href={to({ span })} current={view.span === span}>
          {SPANS[span].label}
        </FilterChip>
      ))}
    </nav>
  );
}

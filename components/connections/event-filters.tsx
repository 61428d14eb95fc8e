import { type EventView, eventQuery, SPANS, type Span } from "@/lib/connections/events/view";
import { WEBHOOK_STATES } from "@/lib/connections/senders/state";
import { connectionAddress } from "@/lib/platform/address";
import { FilterChip } from "../ui/chip";
import { EVENT_STATES } from "./event-line";

const SPAN_NAMES = Object.keys(SPANS) as Span[];

/** Which events are shown: by their state, and how far back. */
export function EventFilters({ connectionId, view }: { connectionId: string; view: EventView }) {
  const to = (change: Partial<EventView>) =>
    connectionAddress(connectionId, eventQuery({ ...view, ...change }));
  return (
    <nav aria-label="Which events" className="my-3 flex flex-wrap items-center gap-1.5">
      <FilterChip href={to({ state: null })} current={view.state === null}>
        Every state
      </FilterChip>
      {WEBHOOK_STATES.map((state) => (
        <FilterChip key={state} href={to({ state })} current={view.state === state}>
          {EVENT_STATES[state]}
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

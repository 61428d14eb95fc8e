import { DAY } from "@/lib/platform/durations";
import type { SearchParams } from "@/lib/platform/search-params";
import type { WebhookState } from "../senders/state";

/** How far back a list of events goes: what came is kept for 30 days, what went out for 90. */
export const SPANS = {
  day: { label: "24 hours", days: 1 },
  week: { label: "7 days", days: 7 },
  all: { label: "All kept", days: 0 },
} as const;
export type Span = keyof typeof SPANS;

/** What of a connection's events is shown; null for events of every state. */
export type EventView<S extends string = WebhookState> = { state: S | null; span: Span };

/** The view that an address asks for; what it does not say, or says wrongly, is everything. */
export function eventView<S extends string>(
  states: readonly S[],
  { state, span }: SearchParams,
): EventView<S> {
  const named = states.find((one) => one === state);
  const far = Object.keys(SPANS).find((one): one is Span => one === span);
  return { state: named ?? null, span: far ?? "all" };
}

/** The view as the address says it; what is everything goes unsaid. */
export const eventQuery = ({ state, span }: EventView<string>) => ({
  state,
  span: span === "all" ? null : span,
});

/** The rows that a view shows at a moment. */
export const eventFilter = <S extends string>({ state, span }: EventView<S>, now: Date) => ({
  state: state ?? undefined,
  since: span === "all" ? undefined : new Date(now.getTime() - SPANS[span].days * DAY),
});

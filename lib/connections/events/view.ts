import { WEBHOOK_STATES, type WebhookState } from "../senders/state";
import type { EventFilter } from "./event";

const DAY = 86_400_000;

/** How far back a list of events goes; they are kept for thirty days. */
export const SPANS = {
  day: { label: "24 hours", days: 1 },
  week: { label: "7 days", days: 7 },
  all: { label: "30 days", days: 30 },
} as const;
export type Span = keyof typeof SPANS;

/** What of a connection's events is shown; null for events of every state. */
export type EventView = { state: WebhookState | null; span: Span };

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** The view that an address asks for; what it does not say, or says wrongly, is everything. */
export function eventView({ state, span }: Given): EventView {
  const named = WEBHOOK_STATES.find((one) => one === state);
  const far = Object.keys(SPANS).find((one): one is Span => one === span);
  return { state: named ?? null, span: far ?? "all" };
}

/** The view as the address says it; what is everything goes unsaid. */
export const eventQuery = ({ state, span }: EventView) => ({
  state,
  span: span === "all" ? null : span,
});

/** The rows that a view shows at a moment. */
export const eventFilter = ({ state, span }: EventView, now: Date): EventFilter => ({
  state: state ?? undefined,
  since: span === "all" ? undefined : new Date(now.getTime() - SPANS[span].days * DAY),
});

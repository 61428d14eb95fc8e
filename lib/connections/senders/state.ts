import type { Refused } from "../refusals/refused";

/** Where an event stands: not yet taken in, taken in as far as it could be read, or of no use at all. */
export const WEBHOOK_STATES = ["waiting", "taken", "unreadable"] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/**
 * What came of one connection in the last 24 hours, what waits and since when, and when something
 * last came; both null where nothing waits and nothing ever came.
 */
export type DayOfEvents = Record<WebhookState, number> & {
  waitingSince: Date | null;
  lastAt: Date | null;
  /** What was refused, of which nothing is kept. */
  refused: readonly Refused[];
};

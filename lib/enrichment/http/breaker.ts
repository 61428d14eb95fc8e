import { SECOND } from "@/lib/platform/durations";
import type { Answer, FailureCause } from "../provider";

/** How a provider has been doing (`enrichment_health`). */
export type Health = {
  failuresInARow: number;
  /** While this lies ahead the provider is not asked; once it has passed, one trial is. */
  openUntil: Date | null;
  lastCause: FailureCause | null;
  lastWords: string | null;
  lastFailureAt: Date | null;
  lastSuccessAt: Date | null;
  creditsLeft: number | null;
};

export const HEALTHY: Health = {
  failuresInARow: 0,
  openUntil: null,
  lastCause: null,
  lastWords: null,
  lastFailureAt: null,
  lastSuccessAt: null,
  creditsLeft: null,
};

/** The breaker opens at this many failures in a row. */
export const FAILURES_TO_OPEN = 3;
/** How long it stays open at first; twice as long after each trial that failed, up to the most. */
const OPEN_SECONDS = 30;
const OPEN_SECONDS_MOST = 30 * 60;

/** Failures that say something of the provider, and not of the one question that it was asked. */
const OF_THE_PROVIDER: readonly FailureCause[] = [
  "time_limit",
  "unreachable",
  "rate_limited",
  "unauthorised",
  "out_of_credits",
  "broken",
];

/** Closed: ask. Open: do not. Half open: ask once, and see. */
type Breaker = "closed" | "open" | "half open";

/** How a provider's breaker stands at a moment. */
export function breakerOf({ openUntil }: Health, now: Date): Breaker {
  if (!openUntil) return "closed";
  return openUntil > now ? "open" : "half open";
}

function openSeconds(failures: number, wish: number | undefined): number {
  const grown = failures < FAILURES_TO_OPEN ? 0 : OPEN_SECONDS * 2 ** (failures - FAILURES_TO_OPEN);
  return Math.max(Math.min(OPEN_SECONDS_MOST, grown), wish ?? 0);
}

/**
 * A provider's health after an answer (G.2). Three failures in a row open its breaker, from half a
 * minute up to half an hour; a wish of its own (Retry-After) opens it at once for as long as it says.
 * Whatever it answers otherwise closes it. A refusal of one question counts neither way, nor does a
 * failure for any cause that is not among those that count.
 */
export function afterAnswer(
  health: Health,
  answer: Answer,
  now: Date,
  counts: readonly FailureCause[] = OF_THE_PROVIDER,
): Health {
  if (answer.answer === "skipped" || answer.answer === "nothing_to_ask") return health;
  if (answer.answer !== "failed") {
    const creditsLeft = ("creditsLeft" in answer ? answer.creditsLeft : null) ?? health.creditsLeft;
    return { ...health, failuresInARow: 0, openUntil: null, lastSuccessAt: now, creditsLeft };
  }
  const failed = {
    ...health,
    lastCause: answer.cause,
    lastWords: answer.words,
    lastFailureAt: now,
  };
  if (!counts.includes(answer.cause)) return failed;
  const failuresInARow = health.failuresInARow + 1;
  const seconds = openSeconds(failuresInARow, answer.retryAfterSeconds);
  // What was under way when it asked to be left alone for longer fails later, and shortens nothing.
  const until = Math.max(now.getTime() + seconds * SECOND, health.openUntil?.getTime() ?? 0);
  const openUntil = seconds > 0 ? new Date(until) : health.openUntil;
  return { ...failed, failuresInARow, openUntil };
}

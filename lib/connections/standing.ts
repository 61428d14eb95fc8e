import { breakerOf, type Health } from "@/lib/enrichment/http/breaker";
import type { FailureCause } from "@/lib/enrichment/provider";

/** How a connection stands at a moment, the worst that is so. */
export type Standing =
  | { state: "paused" | "not asked" | "working" }
  | { state: "failing"; cause: FailureCause | null }
  | { state: "resting"; cause: FailureCause | null; until: Date };

/** Resting is what an open breaker means to a person: it is left alone until a moment, then tried. */
export function standingOf(health: Health | null, paused: boolean, now: Date): Standing {
  if (paused) return { state: "paused" };
  if (!health) return { state: "not asked" };
  const { lastCause: cause, openUntil, lastFailureAt, lastSuccessAt } = health;
  if (openUntil && breakerOf(health, now) === "open") {
    return { state: "resting", cause, until: openUntil };
  }
  if (lastFailureAt && (!lastSuccessAt || lastFailureAt > lastSuccessAt)) {
    return { state: "failing", cause };
  }
  return { state: lastSuccessAt ? "working" : "not asked" };
}

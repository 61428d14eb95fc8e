import type { Actor } from "@/lib/access/viewer";
import { breakerOf, HEALTHY } from "../http/breaker";
import { claimTrial, healthOfAll } from "./commands";

/**
 * Until when a connection that keeps failing is left alone; null where it may be tried, for at most
 * `limitMs`. Whoever comes first after its breaker's time takes the one trial.
 */
export async function restingUntil(
  actor: Actor,
  key: string,
  now: Date,
  limitMs: number,
): Promise<Date | null> {
  const health = (await healthOfAll(actor)).get(key) ?? HEALTHY;
  const breaker = breakerOf(health, now);
  if (breaker === "closed") return null;
  if (breaker === "open") return health.openUntil;
  const until = new Date(now.getTime() + limitMs);
  return (await claimTrial(actor, key, now, until)) ? null : until;
}

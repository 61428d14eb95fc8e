import type { Actor } from "@/lib/access/viewer";
import { afterAnswer, breakerOf, HEALTHY, type Health } from "../http/breaker";
import type { Answer } from "../provider";
import { claimTrial, healthOfAll, noteHealth } from "./commands";

/** A success is written down this often; a failure, and the first success after one, always. */
const TOLD_EVERY_MS = 60_000;

/** The health of all providers while leads are enriched side by side. */
export type HealthBook = {
  /** True where a provider may be asked now, for at most so long. */
  mayAsk(key: string, now: Date, limitMs: number): Promise<boolean>;
  note(key: string, answer: Answer, now: Date): Promise<void>;
};

function isNews(before: Health, after: Health, now: Date): boolean {
  if (after.failuresInARow !== before.failuresInARow) return true;
  if (after.lastFailureAt !== before.lastFailureAt) return true;
  if (after.openUntil !== before.openUntil) return true;
  const told = before.lastSuccessAt?.getTime() ?? 0;
  return after !== before && now.getTime() - told >= TOLD_EVERY_MS;
}

/** Opens the book with what is known; failures of this process count in it at once. */
export async function openHealthBook(actor: Actor): Promise<HealthBook> {
  const known = await healthOfAll(actor);
  const of = (key: string) => known.get(key) ?? HEALTHY;
  return {
    async mayAsk(key, now, limitMs) {
      const breaker = breakerOf(of(key), now);
      if (breaker !== "half open") return breaker === "closed";
      const until = new Date(now.getTime() + limitMs);
      const ours = await claimTrial(actor, key, now, until);
      known.set(key, { ...of(key), openUntil: until });
      return ours;
    },
    async note(key, answer, now) {
      const before = of(key);
      const after = afterAnswer(before, answer, now);
      if (!isNews(before, after, now)) return;
      known.set(key, after);
      known.set(key, await noteHealth(actor, key, answer, now));
    },
  };
}

import type { Attempt, AttemptAnswer } from "./attempt";

/** A request that is silent for longer is taken for lost. */
const PATIENCE_MS = 20_000;

const SIGNED_OUT =
  "You are signed out. The attempt is kept here and sent when you have signed in again.";
const NOT_SAVED = "The attempt is not saved yet. It is kept here and sent again.";
const NO_ANSWER = "No connection. The attempt is kept here and sent when the network is back.";

/**
 * Logs an attempt, by a route of its own: server actions of one page wait for each other, and an
 * attempt stops the clock. Never rejects: what goes wrong comes back in words.
 */
export async function postAttempt(attempt: Attempt): Promise<AttemptAnswer> {
  const { handoffId, personId, id, kind, result, words, madeAt } = attempt;
  try {
    const response = await fetch(`/api/handoffs/${handoffId}/attempts?by=${personId}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, kind, result, words, agoMs: Math.max(0, Date.now() - madeAt) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401) return { answered: false, reason: SIGNED_OUT };
    if (response.status >= 500) return { answered: false, reason: NOT_SAVED };
    return { answered: true, outcome: await response.json() };
  } catch {
    return { answered: false, reason: NO_ANSWER };
  }
}

import { createHash } from "node:crypto";
import { type Failed, failed } from "./http";

/**
 * Tokens by account, for all askers of this process: who gives them out wants one an hour, not one a
 * call. One that has expired shows by its 401, so that no clock is asked. The key is a hash, so that
 * no password stays in memory for longer.
 */
export function keptTokens<A extends object, T>(ask: (account: A) => Promise<T | Failed>) {
  const tokens = new Map<string, Promise<T | Failed>>();
  const keyOf = (account: A) =>
    createHash("sha256")
      .update(JSON.stringify(Object.entries(account)))
      .digest("base64url");
  return {
    /** The account's token, asked for where there is none. `signal` ends the waiting, not the asking. */
    async of(account: A, signal: AbortSignal): Promise<T | Failed> {
      const key = keyOf(account);
      const token = tokens.get(key) ?? ask(account);
      tokens.set(key, token);
      const outcome = await Promise.race([token, ended(signal)]);
      if (isNone(outcome) && tokens.get(key) === token) tokens.delete(key);
      return outcome;
    },
    /** Forgets a token that is no longer accepted, unless somebody has a newer one already. */
    async forget(account: A, token: T): Promise<void> {
      const key = keyOf(account);
      const kept = tokens.get(key);
      if (kept && (await kept) === token && tokens.get(key) === kept) tokens.delete(key);
    },
  };
}

const isNone = (outcome: unknown): outcome is Failed =>
  typeof outcome === "object" && outcome !== null && "answer" in outcome;

function ended(signal: AbortSignal): Promise<Failed> {
  return new Promise((resolve) => {
    const end = () => resolve(failed("time_limit", "Did not answer within its time limit."));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

import type { Failed } from "@/lib/enrichment/http/http";
import { SECOND } from "@/lib/platform/durations";
import { entryOf } from "@/lib/platform/entry-of";
import { endOfQuotaDay, quotaDay } from "./day";

/** The access token is not valid, or not any more. */
export const STALE_TOKEN: readonly string[] = ["601", "602"];
/** 'Access denied': the API user lacks a permission. */
export const DENIED = "603";
/** 'No data found': an answer, and an empty one. */
export const NO_DATA = "702";

type Meaning = { cause: Failed["cause"]; words: string; wait?: number };

/** Marketo's errors come inside a 200, each with a code that is text (REST API error codes). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  "500": { cause: "broken", words: "Has a fault of its own" },
  "502": { cause: "broken", words: "Has a fault of its own" },
  "600": { cause: "unauthorised", words: "Does not accept the access token" },
  "601": { cause: "unauthorised", words: "Does not accept the access token" },
  "602": { cause: "unauthorised", words: "The access token has expired" },
  [DENIED]: { cause: "refused", words: "The API user's role lacks a permission for this" },
  "604": { cause: "broken", words: "Took too long over it" },
  "606": { cause: "rate_limited", words: "Was asked more than 100 times in 20 seconds", wait: 20 },
  "608": { cause: "broken", words: "Its API is not available for now" },
  "611": { cause: "broken", words: "Has a fault of its own" },
  "614": { cause: "broken", words: "Cannot be reached for now" },
  "615": { cause: "rate_limited", words: "Is asked more than 10 things at once", wait: 5 },
  "713": { cause: "broken", words: "Has a fault that passes" },
};

/** `code`: Marketo's own, where it answered with one. */
export type MarketoFailed = Failed & { code?: string };

/** What an error code means to us, and how long Marketo is to be left alone. */
export function marketoFailure(code: string, now: Date): MarketoFailed {
  if (code === "607") {
    const wait = Math.ceil((endOfQuotaDay(quotaDay(now)).getTime() - now.getTime()) / SECOND);
    return {
      answer: "failed",
      cause: "rate_limited",
      retryAfterSeconds: wait,
      words: "The day's allowance of calls is used up (607); it is back at midnight, Central time.",
    };
  }
  const known = entryOf(MEANINGS, code);
  const { cause, words, wait } = known ?? { cause: "refused", words: "Refuses the question" };
  const named = /^\d{3,5}$/.test(code) ? code : "no code";
  const rest = wait === undefined ? {} : { retryAfterSeconds: wait };
  return { answer: "failed", cause, words: `${words} (${named}).`, code, ...rest };
}

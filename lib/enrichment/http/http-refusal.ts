import type { Failed, Reply } from "./http";

/** A status that says why, whoever sends it (RFC 9110, RFC 6585). */
const STATUSES: Readonly<Record<number, readonly [Failed["cause"], string]>> = {
  401: ["unauthorised", "Does not accept the key"],
  402: ["out_of_credits", "The account has no credits left"],
  403: ["unauthorised", "Does not let this key ask for that"],
  408: ["broken", "Gave up waiting"],
  429: ["rate_limited", "Was asked too often"],
};

/** A day: nobody means more, and a clock that is wrong by years must not stop a provider for years. */
const LONGEST_WAIT_SECONDS = 86_400;

/**
 * The failure that a reply with an error status is, and `retryAfterSeconds` where the other side
 * says so. `code` is its own short name of the error, such as 'invalid_api_key'; anything longer
 * than a name is left out, because texts of the other side may hold what was asked.
 */
export function refusal(reply: Reply, code?: string): Failed {
  const { status } = reply;
  const [cause, words] =
    STATUSES[status] ??
    (status >= 500
      ? ["broken" as const, "Has a fault of its own"]
      : ["refused" as const, "Refuses the question"]);
  const wait = retryAfterSeconds(reply.headers);
  const named = code && /^[\w-]{2,40}$/.test(code) ? `${status}, ${code}` : `${status}`;
  return {
    answer: "failed",
    cause,
    words: `${words} (${named}).`,
    ...(wait === null ? {} : { retryAfterSeconds: wait }),
  };
}

/**
 * How long the other side wants to be left alone: `Retry-After` in seconds or as a date (RFC 9110,
 * 10.2.3), else `X-RateLimit-Reset` where nothing is left. Dates are read against the reply's own
 * `Date`, so that neither clock has to be right. Null where it does not say.
 */
export function retryAfterSeconds(headers: Headers): number | null {
  const wish = headers.get("retry-after")?.trim();
  const asked = wish ? (seconds(wish) ?? untilDate(wish, headers)) : untilReset(headers);
  return asked === null ? null : Math.min(Math.max(Math.ceil(asked), 1), LONGEST_WAIT_SECONDS);
}

const seconds = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : null);

function untilDate(text: string, headers: Headers): number | null {
  const wait = (Date.parse(text) - sentAt(headers)) / 1_000;
  return Number.isNaN(wait) ? null : wait;
}

/** Epoch seconds (Clearbit, ZoomInfo), or how many are left: no window lasts for years. */
function untilReset(headers: Headers): number | null {
  const reset = seconds(headers.get("x-ratelimit-reset") ?? "");
  if (reset === null || (seconds(headers.get("x-ratelimit-remaining") ?? "0") ?? 0) > 0)
    return null;
  if (reset <= LONGEST_WAIT_SECONDS) return reset;
  const wait = reset - sentAt(headers) / 1_000;
  return Number.isNaN(wait) ? null : wait;
}

const sentAt = (headers: Headers) => Date.parse(headers.get("date") ?? "");

import { type Call, call, type Failed, failed, isFailed, type Reply } from "../http/http";
import { refusal } from "../http/http-refusal";
import { apolloError } from "./body";

/** 'The maximum number of api calls allowed for … is 600 times per hour', often without Retry-After. */
const WINDOWS: Readonly<Record<string, number>> = { minute: 60, hour: 3_600, day: 86_400 };

/** Calls Apollo with a key; gives the body of a 200, or the failure. */
export async function askApollo(
  url: URL,
  key: string,
  given: Call,
  signal: AbortSignal,
): Promise<{ body: unknown } | Failed> {
  const reply = await callApollo(url, key, given, signal);
  if (isFailed(reply)) return reply;
  return reply.status === 200 ? { body: exact(reply) } : problem(reply);
}

/** Calls Apollo with a key; whatever status came is a reply. */
export function callApollo(url: URL, key: string, given: Call, signal: AbortSignal) {
  const headers = { "x-api-key": key, "cache-control": "no-cache" };
  return call(url, { ...given, headers }, signal);
}

/**
 * The body with its `request_id` as text: Apollo writes a bare signed number of 64 bits, which a
 * double cannot hold, and knows nothing of the rounded one.
 */
function exact({ json, text }: Reply): unknown {
  if (json === undefined) return json;
  return JSON.parse(text, (key, value, context?: { source?: string }) =>
    key === "request_id" && typeof value === "number" ? (context?.source ?? null) : value,
  );
}

/** What an error of Apollo's means. Its codes are names; its messages are read, never repeated. */
export function problem(reply: Reply): Failed {
  const { data } = apolloError.safeParse(reply.json);
  const message = `${data?.message ?? ""} ${data?.error ?? ""}`;
  // From experience of others, as its documentation names no status: too few credits are a 422.
  if ((reply.status === 422 || reply.status === 403) && /\bcredits?\b/i.test(message)) {
    return failed("out_of_credits", `The account has no credits left (${reply.status}).`);
  }
  const refused = refusal(reply, data?.error_code ?? undefined);
  const window = /\bper (minute|hour|day)\b/i.exec(message)?.[1]?.toLowerCase();
  const wait = window && refused.cause === "rate_limited" ? WINDOWS[window] : undefined;
  return wait ? { retryAfterSeconds: wait, ...refused } : refused;
}

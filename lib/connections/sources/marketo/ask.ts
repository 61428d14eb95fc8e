import { z } from "zod";
import { call, type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { endpoint } from "@/lib/enrichment/http/http-settings";
import { type MarketoFailed, marketoFailure, NO_DATA, STALE_TOKEN } from "./errors";
import { paced } from "./pace";
import { forgetToken, type MarketoAccount, tokenOf } from "./token";

const envelope = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ code: z.coerce.string() })).optional(),
});

type Query = { [key: string]: string | null };

/**
 * Asks Marketo once, and once more with a new token where its own has ended. What comes back has
 * `success: true`, or says that there is no data.
 */
export async function askMarketo(
  account: MarketoAccount,
  path: string,
  query: Query,
  now: Date,
  signal: AbortSignal,
): Promise<{ json: unknown } | MarketoFailed> {
  const first = await asked(account, path, query, signal);
  if ("answer" in first || "json" in first) return first;
  if (!STALE_TOKEN.includes(first.code)) return marketoFailure(first.code, now);
  const second = await asked(account, path, query, signal);
  return "code" in second ? marketoFailure(second.code, now) : second;
}

/** Of an address Marketo reads 8 KB at most (414), and paging tokens may be long. */
const LONGEST_ADDRESS = 8_000;
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** A question as it is sent: where its address would be too long, by POST with the question as its body. */
function question(host: string, path: string, query: Query) {
  const url = endpoint(host, path, query);
  if (url.href.length <= LONGEST_ADDRESS) return { url, given: { headers: {} } };
  const text = url.searchParams.toString();
  const given = { method: "POST", headers: FORM, text } as const;
  return { url: endpoint(host, path, { _method: "GET" }), given };
}

const NOT_YET: Failed = {
  ...failed("rate_limited", "Waits, so as not to ask more than Marketo allows."),
  retryAfterSeconds: 20,
};

async function asked(
  account: MarketoAccount,
  path: string,
  query: Query,
  signal: AbortSignal,
): Promise<{ json: unknown } | { code: string } | Failed> {
  const token = await tokenOf(account, signal);
  if (typeof token !== "string") return token;
  // The token as a parameter is taken no longer than August 2026.
  const headers = { authorization: `Bearer ${token}` };
  const { url, given } = question(account.host, path, query);
  const reply = await (account.paced ?? paced)(account.host, signal, () =>
    call(url, { ...given, headers: { ...headers, ...given.headers } }, signal),
  );
  if (reply === "not yet") return NOT_YET;
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return refusal(reply);
  const told = envelope.safeParse(reply.json).data;
  if (!told) return unreadable();
  const [error] = told.errors ?? [];
  if (told.success || error?.code === NO_DATA) return { json: reply.json };
  if (!error) return unreadable();
  if (STALE_TOKEN.includes(error.code)) await forgetToken(account, token);
  return { code: error.code };
}

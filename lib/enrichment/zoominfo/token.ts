import { call, type Failed, isFailed, unreadable } from "../http/http";
import { refusal } from "../http/http-refusal";
import { endpoint } from "../http/http-settings";
import { keptTokens } from "../http/kept-token";
import { zoominfoToken } from "./body";

export type ZoominfoAccount = { host: string; username: string; password: string };

/** Longer than ZoomInfo takes, and its own limit, because several askers wait for one token. */
const LIMIT_MS = 10_000;

/** ZoomInfo wants one an hour, not one a call ('Do not generate a new JWT with every call'). */
const tokens = keptTokens(authenticate);

/** The account's token, asked for where there is none. `signal` ends the waiting, not the asking. */
export const tokenOf = tokens.of;

/** Forgets a token that is no longer accepted, unless somebody has a newer one already. */
export const forgetToken = tokens.forget;

async function authenticate({
  host,
  username,
  password,
}: ZoominfoAccount): Promise<string | Failed> {
  const given = { method: "POST", body: { username, password } } as const;
  const reply = await call(endpoint(host, "/authenticate"), given, AbortSignal.timeout(LIMIT_MS));
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return refusal(reply);
  return zoominfoToken.safeParse(reply.json).data?.jwt ?? unreadable();
}

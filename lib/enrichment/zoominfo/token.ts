import { createHash } from "node:crypto";
import { call, type Failed, failed, isFailed, unreadable } from "../http";
import { refusal } from "../http-refusal";
import { endpoint } from "../http-settings";
import { zoominfoToken } from "./body";

export type ZoominfoAccount = { host: string; username: string; password: string };

/** Longer than ZoomInfo takes, and its own limit, because several askers wait for one token. */
const LIMIT_MS = 10_000;

/**
 * Tokens by account, for all askers of this process: ZoomInfo wants one an hour, not one a call
 * ('Do not generate a new JWT with every call'). One that has expired shows by its 401, so that no
 * clock is asked. The key is a hash, so that no password stays in memory for longer.
 */
const tokens = new Map<string, Promise<string | Failed>>();

const keyOf = ({ host, username, password }: ZoominfoAccount) =>
  createHash("sha256")
    .update(JSON.stringify([host, username, password]))
    .digest("base64url");

/** The account's token, asked for where there is none. `signal` ends the waiting, not the asking. */
export async function tokenOf(
  account: ZoominfoAccount,
  signal: AbortSignal,
): Promise<string | Failed> {
  const key = keyOf(account);
  const token = tokens.get(key) ?? authenticate(account);
  tokens.set(key, token);
  const outcome = await Promise.race([token, ended(signal)]);
  if (typeof outcome !== "string" && tokens.get(key) === token) tokens.delete(key);
  return outcome;
}

/** Forgets a token that is no longer accepted, unless somebody has a newer one already. */
export async function forgetToken(account: ZoominfoAccount, token: string): Promise<void> {
  const key = keyOf(account);
  const kept = tokens.get(key);
  if (kept && (await kept) === token && tokens.get(key) === kept) tokens.delete(key);
}

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

function ended(signal: AbortSignal): Promise<Failed> {
  return new Promise((resolve) => {
    const end = () => resolve(failed("time_limit", "Did not answer within its time limit."));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

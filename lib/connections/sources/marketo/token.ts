import { createHash } from "node:crypto";
import { z } from "zod";
import { call, type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http";
import { refusal } from "@/lib/enrichment/http-refusal";
import { endpoint } from "@/lib/enrichment/http-settings";
import type { pacer } from "./pace";

export type MarketoAccount = {
  host: string;
  clientId: string;
  clientSecret: string;
  /** What keeps to Marketo's limits, where that is not this process's own. */
  paced?: ReturnType<typeof pacer>;
};

const granted = z.object({ access_token: z.string().min(1) });
const denied = z.object({ error: z.string() });

/**
 * Tokens by account, for this process: Marketo gives the same one until it ends, an hour at most. That
 * it has ended shows by 601 or 602, so that no clock is asked. The key is a hash, so that no secret
 * stays in memory for longer.
 */
const tokens = new Map<string, string>();
const keyOf = ({ host, clientId, clientSecret }: MarketoAccount) =>
  createHash("sha256")
    .update(JSON.stringify([host, clientId, clientSecret]))
    .digest("base64url");

export const forgetToken = (account: MarketoAccount): boolean => tokens.delete(keyOf(account));

/** The account's token, asked for where none is known. */
export async function tokenOf(
  account: MarketoAccount,
  signal: AbortSignal,
): Promise<string | Failed> {
  const known = tokens.get(keyOf(account));
  if (known) return known;
  const { host, clientId, clientSecret } = account;
  const query = {
    ...{ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret },
  };
  const reply = await call(endpoint(host, "/identity/oauth/token", query), {}, signal);
  if (isFailed(reply)) return reply;
  if (denied.safeParse(reply.json).success && reply.status < 500)
    return failed("unauthorised", "Does not accept the client id and secret.");
  if (reply.status !== 200) return refusal(reply);
  const token = granted.safeParse(reply.json).data?.access_token;
  if (!token) return unreadable();
  tokens.set(keyOf(account), token);
  return token;
}

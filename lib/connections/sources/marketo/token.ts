import { z } from "zod";
import { call, type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { endpoint } from "@/lib/enrichment/http/http-settings";
import { keptTokens } from "@/lib/enrichment/http/kept-token";
import type { pacer } from "./pace";

type Client = { host: string; clientId: string; clientSecret: string };

export type MarketoAccount = Client & {
  /** What keeps to Marketo's limits, where that is not this process's own. */
  paced?: ReturnType<typeof pacer>;
};

const granted = z.object({ access_token: z.string().min(1) });
const denied = z.object({ error: z.string() });

/** Its own limit, because several askers wait for one token. */
const LIMIT_MS = 10_000;

/** Marketo gives the same token until it ends, an hour at most; that it has ended shows by 601 or 602. */
const tokens = keptTokens(signIn);

/** Connections to one account share its token, whatever else is known of each. */
const clientOf = ({ host, clientId, clientSecret }: Client): Client => ({
  host,
  clientId,
  clientSecret,
});
export const tokenOf = (account: Client, signal: AbortSignal) =>
  tokens.of(clientOf(account), signal);
export const forgetToken = (account: Client, token: string) =>
  tokens.forget(clientOf(account), token);

async function signIn({ host, clientId, clientSecret }: Client): Promise<string | Failed> {
  const query = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
  };
  const url = endpoint(host, "/identity/oauth/token", query);
  const reply = await call(url, {}, AbortSignal.timeout(LIMIT_MS));
  if (isFailed(reply)) return reply;
  if (denied.safeParse(reply.json).success && reply.status < 500)
    return failed("unauthorised", "Does not accept the client id and secret.");
  if (reply.status !== 200) return refusal(reply);
  return granted.safeParse(reply.json).data?.access_token ?? unreadable();
}

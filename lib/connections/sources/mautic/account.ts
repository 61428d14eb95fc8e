import { z } from "zod";
import { call, type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { endpoint } from "@/lib/enrichment/http/http-settings";
import { keptTokens } from "@/lib/enrichment/http/kept-token";

/** A site and how Baton signs in there: by a client of its own, or as a user (basic authentication). */
export type MauticAccount = {
  host: string;
  clientId: string;
  clientSecret: string;
  user: string;
  password: string;
};

const LIMIT_MS = 10_000;
const granted = z.object({ access_token: z.string().min(1) });

const tokens = keptTokens(signIn);
export const tokenOf = tokens.of;
export const forgetToken = tokens.forget;

export const isClient = ({ clientId, clientSecret }: MauticAccount): boolean =>
  clientId !== "" && clientSecret !== "";

/** How to sign in at all was not said. */
export const unsigned = ({ user, password, ...client }: MauticAccount): Failed | null =>
  isClient({ user, password, ...client }) || (user !== "" && password !== "")
    ? null
    : failed("unauthorised", "Give a client id and its secret, or a user name and a password.");

/** `Authorization: Basic` as RFC 7617 has it. */
export const basicOf = ({ user, password }: MauticAccount): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

/** The client credentials grant: POST /oauth/v2/token. */
async function signIn({ host, clientId, clientSecret }: MauticAccount): Promise<string | Failed> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const given = { method: "POST", headers, text: form.toString() } as const;
  const url = endpoint(host, "/oauth/v2/token");
  const reply = await call(url, given, AbortSignal.timeout(LIMIT_MS));
  if (isFailed(reply)) return reply;
  if (reply.status === 400 || reply.status === 401)
    return failed("unauthorised", "Does not accept the client id and secret.");
  if (reply.status !== 200) return refusal(reply);
  return granted.safeParse(reply.json).data?.access_token ?? unreadable();
}

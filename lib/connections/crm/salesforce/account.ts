import { z } from "zod";
import { call, type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { endpoint, hostOf } from "@/lib/enrichment/http/http-settings";
import { keptTokens } from "@/lib/enrichment/http/kept-token";
import { entryOf } from "@/lib/platform/entry-of";
import type { CrmGiven } from "../crm";

/** How Baton signs in: with a refresh token where there is one, else as the app itself. */
export type Account = {
  login: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string | null;
};

/** A session with an org: where it is, and the token for it. */
export type Session = { instance: string; token: string };

/** Production; a sandbox is test.salesforce.com, and an app that signs in itself needs My Domain. */
export const LOGIN = "https://login.salesforce.com";
const LIMIT_MS = 10_000;
/** Without one of these a token opens no data ('Manage user data via APIs', 'Full access'). */
const SCOPES = ["api", "full"];
const LACKING = "The app lacks the scope ‘api’ (Manage user data via APIs).";

export const accountOf = ({ settings, secrets }: CrmGiven): Account => ({
  login: hostOf(settings, LOGIN),
  clientId: String(settings.clientId ?? ""),
  clientSecret: secrets.clientSecret ?? "",
  refreshToken: secrets.refreshToken ?? null,
});

const tokens = keptTokens((account: Account) => signIn(account, SCOPES, LACKING));
export const sessionOf = tokens.of;
export const forgetSession = tokens.forget;

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  instance_url: z.url(),
  scope: z.string().optional(),
});
const tokenError = z.object({ error: z.string().optional() });

const SAYS: Readonly<Record<string, string>> = {
  invalid_client_id: "Salesforce does not know the consumer key",
  invalid_client: "Salesforce does not accept the consumer secret",
  invalid_grant: "The refresh token was revoked or has expired, or the user may not sign in",
  inactive_user: "The user that Baton connects as is not active",
  inactive_org: "The org is locked or suspended",
  unsupported_grant_type: "The app is not allowed to sign in by itself (client credentials flow)",
  rate_limit_exceeded: "Baton signed in too often",
};

/** A new session. Refused as `lacking` says where it is told its scopes, and none is of `scopes`. */
export async function signIn(
  { login, refreshToken, ...client }: Account,
  scopes: readonly string[],
  lacking: string,
): Promise<Session | Failed> {
  const form = new URLSearchParams({
    client_id: client.clientId,
    client_secret: client.clientSecret,
    ...(refreshToken === null
      ? { grant_type: "client_credentials" }
      : { grant_type: "refresh_token", refresh_token: refreshToken }),
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const given = { method: "POST", headers, text: form.toString() } as const;
  const url = endpoint(login, "/services/oauth2/token");
  const reply = await call(url, given, AbortSignal.timeout(LIMIT_MS));
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) {
    const code = tokenError.safeParse(reply.json).data?.error;
    const said = code && entryOf(SAYS, code);
    return said ? failed("unauthorised", `${said} (${code}).`) : refusal(reply, code);
  }
  const { data } = tokenAnswer.safeParse(reply.json);
  if (!data) return unreadable();
  const instance = instanceOf(data.instance_url, login);
  if (!instance)
    return failed("refused", "Its sign-in points to an address that is not Salesforce’s.");
  const granted = data.scope?.split(" ");
  if (granted && !granted.some((one) => scopes.includes(one)))
    return failed("unauthorised", lacking);
  return { instance, token: data.access_token };
}

const OF_SALESFORCE = /(^|\.)(salesforce\.com|force\.com|salesforce\.mil|sfcrmproducts\.cn)$/;

/** Where the token is sent from now on: a host of Salesforce's, or the one that gave it out. */
function instanceOf(url: string, login: string): string | null {
  const { origin, protocol, hostname } = new URL(url);
  const own = origin === new URL(login).origin;
  return own || (protocol === "https:" && OF_SALESFORCE.test(hostname)) ? origin : null;
}

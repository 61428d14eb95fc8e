import { call, type Failed, failed, isFailed, type Reply } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { endpoint } from "@/lib/enrichment/http/http-settings";
import { basicOf, forgetToken, isClient, type MauticAccount, tokenOf, unsigned } from "./account";

/** A page of contacts has every field of each, with its label. */
const LARGEST_BYTES = 20_000_000;

type Query = { [key: string]: string | null };

/**
 * Asks a Mautic once, and once more with a new token where its own has ended. A right that the user
 * lacks (403) is `refused`, since it says nothing of other questions.
 */
export async function askMautic(
  account: MauticAccount,
  path: string,
  query: Query,
  signal: AbortSignal,
): Promise<Reply | Failed> {
  const missing = unsigned(account);
  if (missing) return missing;
  if (!isClient(account))
    return meaning(await asked(account, path, query, basicOf(account), signal));
  const token = await tokenOf(account, signal);
  if (typeof token !== "string") return token;
  const first = await asked(account, path, query, `Bearer ${token}`, signal);
  if (isFailed(first) || first.status !== 401) return meaning(first);
  await forgetToken(account, token);
  const next = await tokenOf(account, signal);
  if (typeof next !== "string") return next;
  return meaning(await asked(account, path, query, `Bearer ${next}`, signal));
}

const asked = (
  { host }: MauticAccount,
  path: string,
  query: Query,
  authorization: string,
  signal: AbortSignal,
) =>
  call(endpoint(host, path, query), { headers: { authorization }, largest: LARGEST_BYTES }, signal);

function meaning(reply: Reply | Failed): Reply | Failed {
  if (isFailed(reply) || reply.status === 200) return reply;
  if (reply.status === 401)
    return failed("unauthorised", "Does not accept how Baton signs in (401).");
  if (reply.status === 403)
    return failed("refused", "The user may not see contacts, or the API is switched off (403).");
  // Before it is asked: the API is off where its addresses are not there.
  if (reply.status === 404)
    return failed("refused", "Has no API there: switch it on in its settings (404).");
  return refusal(reply);
}

import { failed } from "@/lib/enrichment/http/http";
import { baseUrl } from "@/lib/platform/env";
import type { Written } from "../crm/crm";
import { clockAhead } from "../crm/reading/their-clock";
import type { SendingConnection } from "../outbox/sending/queries";
import { secretsIfReadable } from "../secrets";
import { wrongTarget } from "./outside";
import { post } from "./post";
import { signedHeaders } from "./signed";
import { signingSecrets } from "./signing-secrets";

/** The longest that a target is waited for; Standard Webhooks asks for 15 to 30 seconds. */
const LIMIT_MS = 15_000;

/** Posts one event to a hook, under an id that is the same over all tries. */
export async function tellHook(
  connected: SendingConnection,
  { id, body }: { id: string; body: string },
  now: Date,
): Promise<Written> {
  const secrets = signingSecrets(secretsIfReadable(connected) ?? {}, now);
  const { address } = connected.settings;
  if (secrets.length === 0 || typeof address !== "string")
    return { id, not: failed("unauthorised", "Its secret cannot be read any more.") };
  // What was allowed when it was subscribed need not be so any more.
  const wrong = wrongTarget(address, baseUrl);
  if (wrong) return { id, not: failed("refused", `Its target ${wrong}.`) };
  const headers = signedHeaders(secrets, { id, body }, now);
  const posted = await post(new URL(address), { headers, body }, AbortSignal.timeout(LIMIT_MS));
  if (posted.ok) return { id, told: true, words: "It was taken." };
  const { not, gone, final, unproven, theirs } = posted;
  const ahead = unproven ? clockAhead(theirs, now) : 0;
  if (ahead !== 0) return { id, not: { ...not, words: `${not.words} ${clockWords(ahead)}` } };
  return { id, not: { ...not, ...(final && { final }), ...(gone && { gone }) } };
}

/**
 * A signature holds for five minutes by the target's clock (Standard Webhooks). Where the clocks are
 * further apart, a refusal is no last word: once they are right, the same event is taken.
 */
function clockWords(ahead: number): string {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  const way = ahead > 0 ? "ahead of" : "behind";
  return `Its clock is ${minutes} minutes ${way} Baton’s, so it may take the signature for ${ahead > 0 ? "too old" : "too new"}: check both clocks.`;
}

import { z } from "zod";
import { call, type Failed, failed, isFailed, unreadable } from "../http/http";
import { refusal } from "../http/http-refusal";
import { ADDRESS_SETTING, COST_SETTING, costOf, endpoint, hostOf } from "../http/http-settings";
import type { ProviderSystem } from "../provider";
import { type Said, VERIFIER_SECONDS, verifier } from "../verification/verifier";

type Account = { host: string; key: string };

/** NeverBounce, API v4.2: https://developers.neverbounce.com/reference/single-check */
export const neverbounce: ProviderSystem = {
  id: "neverbounce",
  label: "NeverBounce",
  settings: [{ key: "apiKey", label: "API key", secret: true }, ADDRESS_SETTING, COST_SETTING],
  connect({ settings, secrets }) {
    const account = {
      host: hostOf(settings, "https://api.neverbounce.com"),
      key: secrets.apiKey ?? "",
    };
    return verifier("neverbounce", costOf(settings), (email, signal) =>
      check(account, email, signal),
    );
  },
};

/** The numbers that its jobs use for the same results; one of its SDKs types them here as well. */
const RESULTS = ["valid", "invalid", "disposable", "catchall", "unknown"] as const;

const credits = z.object({
  paid_credits_remaining: z.number().default(0),
  free_credits_remaining: z.number().default(0),
});
const checked = z.object({
  status: z.literal("success"),
  result: z.union([z.string(), z.int().transform((code) => RESULTS[code] ?? String(code))]),
  flags: z.array(z.string()).nullish(),
  suggested_correction: z.string().nullish(),
  credits_info: credits.optional().catch(undefined),
});
const complaint = z.object({ status: z.string(), message: z.string().default("") });

/** The key goes in the body, as in its own SDK: addresses end up in the logs of proxies. */
async function check({ host, key }: Account, email: string, signal: AbortSignal) {
  const body = { key, email, address_info: 0, credits_info: 1, timeout: VERIFIER_SECONDS };
  const reply = await call(endpoint(host, "/v4.2/single/check"), { method: "POST", body }, signal);
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return refusal(reply);
  const { data } = checked.safeParse(reply.json);
  return data ? said(data) : complaintOf(reply.json);
}

function said({
  result,
  flags,
  suggested_correction,
  credits_info,
}: z.output<typeof checked>): Said {
  const subStates = flags ?? [];
  const left = credits_info;
  return {
    state: result,
    subStates,
    freeMail: subStates.includes("free_email_host"),
    didYouMean: suggested_correction,
    creditsLeft: left && left.paid_credits_remaining + left.free_credits_remaining,
  };
}

/** Failures come with HTTP status 200; an empty account is told in the message only. */
function complaintOf(json: unknown): Failed {
  const { data } = complaint.safeParse(json);
  if (!data || data.status === "success") return unreadable();
  if (data.status === "auth_failure") return failed("unauthorised", "Does not accept the key.");
  if (data.status === "throttle_triggered")
    return { ...failed("rate_limited", "Was asked too often."), retryAfterSeconds: 60 };
  if (data.status === "temp_unavail") return failed("broken", "Is not available at the moment.");
  if (data.status === "bad_referrer")
    return failed("unauthorised", "Does not take this key from this server's address.");
  if (/credit|balance/i.test(data.message))
    return failed("out_of_credits", "The account has no credits left.");
  return failed("refused", "Refuses the question.");
}

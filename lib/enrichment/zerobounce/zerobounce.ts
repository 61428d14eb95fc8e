import { z } from "zod";
import { call, type Failed, failed, isFailed, type Reply, unreadable } from "../http/http";
import { refusal } from "../http/http-refusal";
import { ADDRESS_SETTING, COST_SETTING, costOf, endpoint, hostOf } from "../http/http-settings";
import type { ProviderSystem } from "../provider";
import { type Said, VERIFIER_SECONDS, verifier } from "../verification/verifier";

type Account = { host: string; key: string };

/** ZeroBounce, API v2: https://www.zerobounce.net/docs/email-validation-api-quickstart */
export const zerobounce: ProviderSystem = {
  id: "zerobounce",
  label: "ZeroBounce",
  settings: [{ key: "apiKey", label: "API key", secret: true }, ADDRESS_SETTING, COST_SETTING],
  connect({ settings, secrets }) {
    const account = {
      host: hostOf(settings, "https://api.zerobounce.net"),
      key: secrets.apiKey ?? "",
    };
    return verifier("zerobounce", costOf(settings), (email, signal) =>
      validate(account, email, signal),
    );
  },
};

/** Some fields come as text, 'true' and '9692'; what it does not know is null or left out. */
const flag = z.preprocess((value) => value === true || value === "true", z.boolean());
const validation = z.object({
  status: z.string().min(1),
  sub_status: z.string().nullish(),
  free_email: flag.optional(),
  catchall_domain: flag.optional(),
  did_you_mean: z.string().nullish(),
  processed_at: z.string().nullish(),
});
/** An error comes with status 200, under a name that differs from place to place. */
const complaint = z.union([
  z.object({ error: z.string().min(1) }),
  z.object({ Message: z.string().min(1) }),
]);

async function validate(
  { host, key }: Account,
  email: string,
  signal: AbortSignal,
): Promise<Said | Failed> {
  const timeout = String(VERIFIER_SECONDS);
  const url = endpoint(host, "/v2/validate", { api_key: key, email, timeout });
  // `ip_address` must be there, and may be empty: we do not know from where the form was sent.
  url.searchParams.set("ip_address", "");
  const reply = await call(url, {}, signal);
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return refused(reply);
  const complained = complaint.safeParse(reply.json);
  if (complained.success) return complaintAbout({ host, key }, complained.data, signal);
  const { data } = validation.safeParse(reply.json);
  if (!data) return unreadable();
  const subStates = [data.sub_status ?? "", data.catchall_domain ? "catchall_domain" : ""];
  return {
    state: data.status,
    subStates: subStates.filter(Boolean),
    freeMail: data.free_email,
    didYouMean: data.did_you_mean,
    checkedAt: instantOf(data.processed_at),
  };
}

/** Its 403 is a shield that lifts by itself, no fault of the key; a block after a 429 lasts a minute. */
function refused(reply: Reply): Failed {
  if (reply.status !== 403 && reply.status !== 429) return refusal(reply);
  const words = `Was asked too often (${reply.status}).`;
  return { ...failed("rate_limited", words), retryAfterSeconds: 60 };
}

/** 'Invalid API key or your account ran out of credits': only the balance tells which. -1 is no key. */
async function complaintAbout(
  { host, key }: Account,
  complained: z.output<typeof complaint>,
  signal: AbortSignal,
): Promise<Failed> {
  const text = "error" in complained ? complained.error : complained.Message;
  if (!/api key|credit/i.test(text)) return failed("refused", "Refuses the question.");
  const reply = await call(endpoint(host, "/v2/getcredits", { api_key: key }), {}, signal);
  if (isFailed(reply)) return reply;
  const credits = Number(
    z.object({ Credits: z.coerce.string() }).safeParse(reply.json).data?.Credits,
  );
  if (credits === 0) return failed("out_of_credits", "The account has no credits left.");
  if (credits === -1) return failed("unauthorised", "Does not accept the key.");
  return failed("unauthorised", "Does not accept the key, or the account has no credits left.");
}

/** '2023-03-28 12:30:18.990', which is UTC, as ISO 8601; undefined where it is no instant. */
function instantOf(text: string | null | undefined): string | undefined {
  const at = new Date(`${(text ?? "").trim().replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

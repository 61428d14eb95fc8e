import { z } from "zod";
import { call, type Failed, failed, isFailed, type Reply, unreadable } from "../http/http";
import { refusal } from "../http/http-refusal";
import { ADDRESS_SETTING, COST_SETTING, costOf, endpoint, hostOf } from "../http/http-settings";
import type { ProviderSystem } from "../provider";
import { type Said, VERIFIER_SECONDS, verifier } from "../verification/verifier";

type Account = { host: string; key: string };

/** Kickbox, API v2: https://docs.kickbox.com/docs/single-verification-api */
export const kickbox: ProviderSystem = {
  id: "kickbox",
  label: "Kickbox",
  settings: [{ key: "apiKey", label: "API key", secret: true }, ADDRESS_SETTING, COST_SETTING],
  connect({ settings, secrets }) {
    const account = {
      host: hostOf(settings, "https://api.kickbox.com"),
      key: secrets.apiKey ?? "",
    };
    return verifier("kickbox", costOf(settings), (email, signal) => verify(account, email, signal));
  },
};

const flag = z.boolean().nullish();
const verification = z.object({
  success: z.literal(true),
  result: z.string().min(1),
  reason: z.string().nullish(),
  role: flag,
  free: flag,
  disposable: flag,
  accept_all: flag,
  did_you_mean: z.string().nullish(),
});
const complaint = z.object({ success: z.literal(false), message: z.string().default("") });

async function verify(
  { host, key }: Account,
  email: string,
  signal: AbortSignal,
): Promise<Said | Failed> {
  const timeout = String(VERIFIER_SECONDS * 1_000);
  const url = endpoint(host, "/v2/verify", { email, timeout });
  const reply = await call(url, { headers: { authorization: `token ${key}` } }, signal);
  if (isFailed(reply)) return reply;
  const complained = complaint.safeParse(reply.json);
  if (reply.status !== 200 || complained.success)
    return complaintOf(reply, complained.data?.message);
  const { data } = verification.safeParse(reply.json);
  if (!data) return unreadable();
  const flags = [data.disposable && "disposable", data.role && "role"];
  const subStates = [...flags, data.accept_all && "accept_all", data.reason];
  return {
    state: data.result,
    subStates: subStates.filter((one): one is string => Boolean(one)),
    freeMail: data.free ?? false,
    didYouMean: data.did_you_mean,
    creditsLeft: balanceOf(reply.headers),
  };
}

/** 403 is a wrong key as well as an empty account: only the message tells which. */
function complaintOf(reply: Reply, message = ""): Failed {
  if (/balance|insufficient|credit/i.test(message))
    return failed("out_of_credits", "The account has no credits left.");
  if (/rate limit/i.test(message) || reply.status === 429)
    return { ...refusal(reply), ...failed("rate_limited", "Was asked too often.") };
  if (/key/i.test(message)) return failed("unauthorised", "Does not accept the key.");
  return reply.status === 200 ? failed("refused", "Refuses the question.") : refusal(reply);
}

function balanceOf(headers: Headers): number | undefined {
  const balance = headers.get("x-kickbox-balance") ?? "";
  return /^\d+$/.test(balance) ? Number(balance) : undefined;
}

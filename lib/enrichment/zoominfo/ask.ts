import { call, type Failed, failed, isFailed, type Reply } from "../http/http";
import { refusal } from "../http/http-refusal";
import { endpoint } from "../http/http-settings";
import { zoominfoError } from "./body";
import { forgetToken, tokenOf, type ZoominfoAccount } from "./token";

/**
 * Its errors for an account that is used up come with 400 and 403 and differ by their words
 * (api-docs.zoominfo.com); PFAPI0011 is the newer API's name for it.
 */
const USED_UP =
  /used up all of your|credit limit reached|exceeded the max limit to enrich|PFAPI0011/i;

/** Contracts differ in the fields they hold, and one field too many refuses the whole question. */
const FIELD_TOO_MANY =
  /fields? that (?:are|is) not allowed|disallowed|OutputFields invalid|PFAPI000[19]/i;
const NOT_IN_CONTRACT = "Its contract lacks a field that is asked for.";

/** What a 200 brought: its body, and how many records the account may still have. */
type Result = { body: unknown; creditsLeft?: number };

/**
 * Asks ZoomInfo with the account's token; where that is no longer accepted, once more with a new
 * one. Gives the body of a 200, or the failure.
 */
export async function askZoominfo(
  account: ZoominfoAccount,
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<Result | Failed> {
  const first = await withToken(account, path, body, signal);
  if (isFailed(first)) return first;
  const reply = first.status === 401 ? await withToken(account, path, body, signal) : first;
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return problem(reply);
  const left = Number(reply.headers.get("x-usage-record-limit-remaining") ?? Number.NaN);
  return { body: reply.json, ...(Number.isInteger(left) ? { creditsLeft: left } : {}) };
}

/**
 * Asks for all `fields`, and where the contract lacks one of them, once more for the first `core` of
 * them, which every contract has.
 */
export async function askForFields(
  account: ZoominfoAccount,
  path: string,
  { input, fields, core }: { input: object; fields: readonly string[]; core: number },
  signal: AbortSignal,
): Promise<Result | Failed> {
  const first = await askZoominfo(account, path, { ...input, outputFields: fields }, signal);
  if (!("answer" in first) || first.words !== NOT_IN_CONTRACT) return first;
  return askZoominfo(account, path, { ...input, outputFields: fields.slice(0, core) }, signal);
}

async function withToken(
  account: ZoominfoAccount,
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<Reply | Failed> {
  const token = await tokenOf(account, signal);
  if (typeof token !== "string") return token;
  const headers = { authorization: `Bearer ${token}` };
  const reply = await call(endpoint(account.host, path), { method: "POST", body, headers }, signal);
  if (!isFailed(reply) && reply.status === 401) await forgetToken(account, token);
  return reply;
}

function problem(reply: Reply): Failed {
  const { data } = zoominfoError.safeParse(reply.json);
  const envelope = typeof data?.error === "object" ? data.error : null;
  const said = [data?.message, envelope?.message, envelope?.code, data?.error].join(" ");
  if (reply.status < 500 && USED_UP.test(said)) {
    return failed("out_of_credits", `The account has no credits left (${reply.status}).`);
  }
  if (reply.status < 500 && FIELD_TOO_MANY.test(said)) return failed("refused", NOT_IN_CONTRACT);
  return refusal(reply, envelope?.code ?? undefined);
}

/** A status beside the match says it too, with a 200. */
export const usedUp = () => failed("out_of_credits", "The account has no credits left.");

/** The part of an answer that says how many records are left, where ZoomInfo said so. */
export const credits = ({ creditsLeft }: Omit<Result, "body">) =>
  creditsLeft === undefined ? {} : { creditsLeft };

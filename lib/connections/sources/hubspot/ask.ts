import { z } from "zod";
import { call, type Failed, isFailed, type Reply } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { endpoint } from "@/lib/enrichment/http/http-settings";
import { type PropertyFault, propertyFaults } from "./property-faults";

/**
 * HubSpot is asked by our own `call` and not by `@hubspot/api-client` (14.0.1, read): that takes no
 * time limit and no signal, follows a redirection with the token, reads a reply of any length, puts
 * its body (people) in the text of its errors, knows neither form submissions nor email events, and
 * is 50 MB in 8,800 files.
 */
export type HubspotApi = { host: string; token: string };

/**
 * `scopes`: those that a refusal names, any one of which would do. `faults`: properties and what is
 * wrong. `existing`: the object that is there already, and that another one would have been.
 */
export type HubspotFailed = Failed & {
  scopes?: readonly string[];
  faults?: readonly PropertyFault[];
  existing?: string;
  status?: number;
};

/** Sent by POST where there is a body, unless it says otherwise. */
export type Question = {
  method?: "POST" | "PATCH";
  query?: { [key: string]: string | null };
  body?: unknown;
};

const problem = z.object({
  category: z.string().optional(),
  policyName: z.string().optional(),
  message: z.string().optional(),
  context: z.record(z.string(), z.unknown()).optional(),
  errors: z.array(z.object({ context: z.record(z.string(), z.unknown()).optional() })).optional(),
});
type Problem = z.infer<typeof problem>;

/** Without a Retry-After: ten seconds roll by, a day's allowance comes back at the account's midnight. */
const WAIT_SECONDS = { rolling: 10, daily: 3_600, locked: 2, migrating: 3_600 } as const;

/** Asks HubSpot once. A reply is one with a 2xx status, 207 (some were not found) among them. */
export async function askHubspot(
  { host, token }: HubspotApi,
  path: string,
  { method = "POST", query = {}, body }: Question,
  signal: AbortSignal,
): Promise<Reply | HubspotFailed> {
  const headers = { authorization: `Bearer ${token}` };
  const given = body === undefined ? { headers } : { method, headers, body };
  const reply = await call(endpoint(host, path, query), given, signal);
  if (isFailed(reply)) return reply;
  return reply.status >= 200 && reply.status < 300 ? reply : refused(reply);
}

function refused(reply: Reply): HubspotFailed {
  const { status } = reply;
  const existing = status === 409 ? existingIn(reply) : undefined;
  return {
    ...refusalOf(reply),
    status,
    ...(status === 400 ? { faults: propertyFaults(reply) } : {}),
    ...(existing ? { existing } : {}),
  };
}

/** 'Contact already exists. Existing ID: 171591000198': no field of its own says it. */
const existingIn = ({ json }: Reply): string | undefined =>
  /\bExisting ID: (\d{1,18})\b/.exec(problem.safeParse(json).data?.message ?? "")?.[1];

function refusalOf(reply: Reply): HubspotFailed {
  const told = problem.safeParse(reply.json).data ?? {};
  const usual = refusal(reply, told.category);
  if (reply.status === 403) {
    const scopes = scopesOf(told);
    if (scopes.length > 0)
      return {
        ...usual,
        cause: "refused",
        words: `Needs the scope ${scopes.join(" or ")}.`,
        scopes,
      };
  }
  if (reply.status === 401 && told.category === "EXPIRED_AUTHENTICATION")
    return { ...usual, words: "The access token has expired (401)." };
  const wait = usual.retryAfterSeconds ?? waitOf(reply.status, told);
  if (wait === undefined) return usual;
  const busy = reply.status === 429 ? usual.words : `Is busy with this account (${reply.status}).`;
  const words = isDaily(told) ? "The day's allowance of calls is used up (429)." : busy;
  return { ...usual, cause: "rate_limited", words, retryAfterSeconds: wait };
}

const isDaily = ({ policyName }: Problem) => policyName === "DAILY";

function waitOf(status: number, told: Problem): number | undefined {
  if (status === 429) return isDaily(told) ? WAIT_SECONDS.daily : WAIT_SECONDS.rolling;
  if (status === 423) return WAIT_SECONDS.locked;
  return status === 477 ? WAIT_SECONDS.migrating : undefined;
}

/** Names of scopes and nothing else: what else a reply says may hold what was asked. */
function scopesOf({ context, errors = [] }: Problem): string[] {
  const contexts = [context, ...errors.map((one) => one.context)];
  const named = contexts.flatMap((one) => [
    ...[one?.requiredGranularScopes, one?.requiredScopes, one?.missingScopes].flat(),
  ]);
  const good = named.filter(
    (name): name is string => typeof name === "string" && /^[a-z][\w.-]{2,60}$/.test(name),
  );
  return [...new Set(good)].slice(0, 5);
}

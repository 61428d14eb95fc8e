import {
  call,
  type Failed,
  failed,
  isFailed,
  type Reply,
  unreadable,
} from "@/lib/enrichment/http/http";
import { endpoint } from "@/lib/enrichment/http/http-settings";
import { asObject, type Loose } from "@/lib/intake/tracking/loose";
import { timeOf } from "../their-time";
import { unitFault } from "./errors";
import { forgetToken, tokenOf, type Unit } from "./unit";

/** As many as a page of ours holds; 1,000 would be given, in one transaction of ours. */
export const PAGE = 200;

type Query = { [key: string]: string | null };
/** `more` where others may follow, however few these are. */
export type Listed = { values: readonly Loose[]; more: boolean; time: number };
type Answered = Listed & { next: Query | null };

/** A page may be empty and not the last one; of more than these in a row something is wrong. */
const EMPTY_MOST = 20;

/**
 * Asks for a page of an object. By number and not by nextPageToken, which ends after four hours and
 * after 100,000 records: only past an empty page, which has no number to go on from.
 */
export async function askUnit(
  unit: Unit,
  object: string,
  query: Query,
  now: Date,
  signal: AbortSignal,
): Promise<Listed | Failed> {
  let asking = query;
  for (let page = 0; page < EMPTY_MOST; page += 1) {
    const answer = await askOnce(unit, object, asking, now, signal);
    if ("answer" in answer) return answer;
    const { next, ...listed } = answer;
    if (listed.values.length > 0 || !next) return listed;
    asking = next;
  }
  return failed("broken", "Answers with nothing but empty pages.");
}

/** Asks once, and once more signed in anew where the session has ended. */
async function askOnce(
  unit: Unit,
  object: string,
  query: Query,
  now: Date,
  signal: AbortSignal,
): Promise<Answered | Failed> {
  const token = await tokenOf(unit.account, signal);
  if (typeof token !== "string") return token;
  const first = await asked(unit, token, object, query, signal);
  if (isFailed(first) || first.status !== 401) return meaning(first, query, now);
  await forgetToken(unit.account, token);
  const next = await tokenOf(unit.account, signal);
  if (typeof next !== "string") return next;
  return meaning(await asked(unit, next, object, query, signal), query, now);
}

function asked(
  { host, businessUnit }: Unit,
  token: string,
  object: string,
  query: Query,
  signal: AbortSignal,
) {
  const headers = { authorization: `Bearer ${token}`, "pardot-business-unit-id": businessUnit };
  return call(endpoint(host, `/api/v5/objects/${object}`, query), { headers }, signal);
}

function meaning(reply: Reply | Failed, query: Query, now: Date): Answered | Failed {
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return unitFault(reply);
  const { values, nextPageToken, nextPageUrl } = asObject(reply.json);
  if (!Array.isArray(values)) return unreadable();
  const next =
    typeof nextPageToken === "string" ? following(query, nextPageToken, nextPageUrl) : null;
  const more = values.length >= PAGE || next !== null;
  return { values: values.map(asObject), more, time: timeOf(reply, now), next };
}

/** The next page's question as its address says it, asked of our own host; else with the token alone. */
function following(query: Query, nextPageToken: string, url: unknown): Query {
  if (typeof url !== "string" || !URL.canParse(url)) return { ...query, nextPageToken };
  return Object.fromEntries(new URL(url).searchParams);
}

/** A time as its filters take it. */
export const unitTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;

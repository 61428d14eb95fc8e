import { call, type Failed, isFailed, type Reply, unreadable } from "@/lib/enrichment/http";
import { endpoint } from "@/lib/enrichment/http-settings";
import { asObject, type Loose } from "@/lib/intake/tracking/loose";
import { timeOf } from "../their-time";
import { unitFault } from "./errors";
import { forgetToken, tokenOf, type Unit } from "./unit";

/** As many as a page of ours holds; 1,000 would be given, in one transaction of ours. */
export const PAGE = 200;

type Query = { [key: string]: string | null };
export type Listed = { values: readonly Loose[]; time: number };

/**
 * Asks for a page of an object once, and once more signed in anew where the session has ended. By
 * number and never by nextPageToken: that ends after four hours and after 100,000 records.
 */
export async function askUnit(
  unit: Unit,
  object: string,
  query: Query,
  now: Date,
  signal: AbortSignal,
): Promise<Listed | Failed> {
  const token = await tokenOf(unit.account, signal);
  if (typeof token !== "string") return token;
  const first = await asked(unit, token, object, query, signal);
  if (isFailed(first) || first.status !== 401) return meaning(first, now);
  await forgetToken(unit.account, token);
  const next = await tokenOf(unit.account, signal);
  if (typeof next !== "string") return next;
  return meaning(await asked(unit, next, object, query, signal), now);
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

function meaning(reply: Reply | Failed, now: Date): Listed | Failed {
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return unitFault(reply);
  const { values } = asObject(reply.json);
  if (!Array.isArray(values)) return unreadable();
  return { values: values.map(asObject), time: timeOf(reply, now) };
}

/** A time as its filters take it. */
export const unitTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;

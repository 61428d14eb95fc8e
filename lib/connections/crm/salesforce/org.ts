import { PassThrough } from "node:stream";
import type { Connection, HttpRequest, HttpResponse } from "@jsforce/jsforce-node";
import { call, type Failed, failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { toldTime } from "../../sources/their-time";
import { NoAnswer } from "../no-answer";
import { type Account, forgetSession, type Session, sessionOf } from "./account";
import { replyFault, severalFault } from "./fault";

const API_VERSION = "62.0";
/** A large org describes a lead in some megabytes. */
const LARGEST_BYTES = 20_000_000;

export type Org = Connection;

/** What an org's own clock said with its last answer. */
const clocks = new WeakMap<Org, Date>();
export const theirTime = (org: Org): Date | undefined => clocks.get(org);

/**
 * One call on our own wire instead of jsforce's, which tries again by itself, follows redirections
 * with the token, knows no time limit of ours, and ends the process at half an answer.
 */
async function send(org: Org, request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  const { url, method, headers = {}, body } = request;
  const given = {
    method: method as "GET" | "POST" | "PATCH" | "DELETE",
    // The length is the wire's to say.
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-length"),
    ),
    ...(typeof body === "string" ? { text: body } : {}),
    largest: LARGEST_BYTES,
  };
  const reply = await call(new URL(url), given, signal);
  if (isFailed(reply)) throw new NoAnswer(reply);
  const told = toldTime(reply);
  if (told) clocks.set(org, told);
  if (reply.status === 300) throw severalFault();
  if (reply.status >= 400) throw replyFault(reply);
  if (reply.status !== 204 && reply.json === undefined) throw new NoAnswer(unreadable());
  return {
    statusCode: reply.status,
    headers: Object.fromEntries(reply.headers),
    body: reply.text,
  };
}

/** jsforce for a session. Loaded when it is first needed: nobody's page waits for it. */
async function open({ instance, token }: Session, signal: AbortSignal): Promise<Org> {
  const { Connection } = await import("@jsforce/jsforce-node");
  const org = new Connection({ instanceUrl: instance, accessToken: token, version: API_VERSION });
  // Nobody reads its answers as streams, so theirs is an empty one.
  const stream = () => new PassThrough().end().resume();
  org._transport = {
    httpRequest: (request: HttpRequest) => Object.assign(send(org, request, signal), { stream }),
    getRequestStreamCreator: () => stream,
  };
  return org;
}

/**
 * Does something in an org, signed in; with a new session once more where the one at hand has
 * expired, so `work` must be safe to repeat. What the other side does wrong is a failure, never thrown.
 */
export async function within<T>(
  account: Account,
  signal: AbortSignal,
  work: (org: Org) => Promise<T>,
): Promise<T | Failed> {
  const first = await attempt(account, signal, work);
  if (!(first instanceof NoAnswer)) return first;
  if (!first.expired) return first.failure;
  const second = await attempt(account, signal, work);
  return second instanceof NoAnswer ? second.failure : second;
}

async function attempt<T>(
  account: Account,
  signal: AbortSignal,
  work: (org: Org) => Promise<T>,
): Promise<T | Failed | NoAnswer> {
  const session = await sessionOf(account, signal);
  if ("answer" in session) return session;
  try {
    return await work(await open(session, signal));
  } catch (error) {
    if (!(error instanceof NoAnswer)) {
      // jsforce itself throws only for what it cannot make sense of.
      if (signal.aborted) return failed("time_limit", "Did not answer within its time limit.");
      throw error;
    }
    if (error.expired) await forgetSession(account, session);
    return error;
  }
}

/** A text as SOQL takes it between quotes. */
export const quoted = (text: string) =>
  `'${text.replace(/[\\']/g, "\\$&").replace(/[\p{Cc}]/gu, " ")}'`;

/** ('a','b'): a list for SOQL's IN, which takes no empty one. */
export const listed = (texts: readonly string[]) => `(${texts.map(quoted).join(",")})`;

/** Up to 2,000 rows, which is one page, of a query. */
export async function rowsOf<R extends object>(org: Org, soql: string): Promise<R[]> {
  const { records } = await org.query<R>(soql);
  return records;
}

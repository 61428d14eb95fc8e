import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { type Failed, failed } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { isLoopback } from "@/lib/platform/is-loopback";
import { toldTime } from "../sources/their-time";
import { lookupOutside } from "./outside";

/**
 * What came of one try. `gone`: the target wants nothing more (410), which ends the subscription.
 * `unproven`: so a target answers, too, that does not believe the signature; `theirs` is its clock.
 */
type Posted =
  | { ok: true }
  | {
      ok: false;
      gone: boolean;
      final: boolean;
      not: Failed;
      unproven?: boolean;
      theirs?: Date | undefined;
    };

/** Statuses by which a target says that it read the event and will never take it, or wants nothing more. */
const FINAL = new Set([400, 410, 413, 415, 422]);

/** Statuses by which libraries of Standard Webhooks have a signature refused. */
const UNPROVEN = new Set([400, 401, 403]);

/**
 * Posts a body to a hook's target, once. Only a 2xx is a success, and what follows it is of no interest,
 * so that an answer that breaks off then was one. Redirections are not followed, and count as failures
 * (Standard Webhooks). Never throws for what the other side does wrong.
 */
export async function post(
  url: URL,
  given: { headers: Record<string, string>; body: string },
  signal: AbortSignal,
): Promise<Posted> {
  const answered = await statusOf(url, given, signal);
  if ("answer" in answered) return { ok: false, gone: false, final: false, not: answered };
  const { status } = answered;
  if (status >= 200 && status < 300) return { ok: true };
  return {
    ok: false,
    gone: status === 410,
    final: FINAL.has(status),
    not: refusal({ ...answered, json: null, text: "" }),
    unproven: UNPROVEN.has(status),
    theirs: toldTime(answered),
  };
}

type Head = { status: number; headers: Headers };

function statusOf(
  url: URL,
  { headers, body }: { headers: Record<string, string>; body: string },
  signal: AbortSignal,
): Promise<Head | Failed> {
  const send = url.protocol === "https:" ? overHttps : overHttp;
  const sent = { "content-type": "application/json", "user-agent": "Baton", ...headers };
  return new Promise((resolve) => {
    const options = {
      method: "POST",
      signal,
      agent: false as const,
      headers: { ...sent, "content-length": String(Buffer.byteLength(body)) },
      ...(isLoopback(url.hostname) ? {} : { lookup: lookupOutside }),
    };
    const asked = send(url, options, (response) => {
      const told = new Headers();
      for (const name of ["retry-after", "date"]) {
        const value = response.headers[name];
        if (typeof value === "string") told.set(name, value);
      }
      resolve({ status: response.statusCode ?? 0, headers: told });
      response.destroy();
    });
    asked.on("error", (error: NodeJS.ErrnoException) => resolve(failureOf(error, signal)));
    asked.end(body);
  });
}

function failureOf({ code }: NodeJS.ErrnoException, signal: AbortSignal): Failed {
  if (signal.aborted) return failed("time_limit", "Did not answer within its time limit.");
  if (code === "EPRIVATE") return failed("refused", "Its name leads into a private network.");
  const named = code && /^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : "";
  return failed("unreachable", `Could not be reached${named}.`);
}

import { storable } from "@/lib/platform/storable";
import type { Answer } from "../provider";

/** A provider's failure to answer, as the chain records it. */
export type Failed = Extract<Answer, { answer: "failed" }>;

/**
 * What came back. `json` is undefined where the body is no JSON, and is without what no database keeps;
 * `text` is the body as it came.
 */
export type Reply = { status: number; headers: Headers; json: unknown; text: string };

export type Call = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: { [name: string]: string };
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`; the headers say what it is. */
  text?: string;
  /** The largest answer in bytes, where more than usual is to be expected. */
  largest?: number;
  /** By this status alone it is done: what follows it is not read, so that it may break off. */
  doneBy?: number;
};

/** No answer about one person or company is larger; what is larger is no such answer. */
const LARGEST_BODY_BYTES = 2_000_000;

/** The failure where an answer came that is not as documented, such as a proxy's page. */
export const unreadable = (): Failed =>
  failed("unreadable", "Its answer is not as its documentation says.");

/** True where a call ended without a reply. */
export const isFailed = (outcome: Reply | Failed): outcome is Failed => "answer" in outcome;

/** A question that came to nothing, and why. */
export const failed = (cause: Failed["cause"], words: string): Failed => ({
  answer: "failed",
  cause,
  words,
});

/**
 * Calls a provider once; nothing is sent again here, because one place decides on that. Whatever
 * status came is a reply: what it means is the caller's to say (`refusal` knows the usual ones). No
 * reply is `time_limit` where `signal` ended it, `unreachable`, or `unreadable` where the answer
 * broke off or never ends. Redirections are not followed: a key would travel to another host.
 * No words of the other side reach the failure, so that no key and no personal data do.
 */
export async function call(url: URL, given: Call, signal: AbortSignal): Promise<Reply | Failed> {
  const response = await sent(url, given, signal);
  if ("answer" in response) return response;
  // 300 is a choice and leads nowhere (RFC 9110, 15.4.1): Salesforce says by it that an id is not unique.
  if (response.status > 300 && response.status < 400) {
    await response.body?.cancel();
    return failed("refused", "Sends us to another address, which a key must not follow.");
  }
  const { status, headers } = response;
  if (status === given.doneBy) {
    await response.body?.cancel();
    return { status, headers, text: "", json: undefined };
  }
  const text = await textOf(response, given.largest ?? LARGEST_BODY_BYTES, signal);
  if (typeof text !== "string") return text;
  return { status, headers, text, json: parsed(text) };
}

async function sent(url: URL, { method, headers, body, text }: Call, signal: AbortSignal) {
  const accepted = { accept: "application/json", "user-agent": "Baton" };
  const sends: Call["headers"] = body === undefined ? {} : { "content-type": "application/json" };
  try {
    return await fetch(url, {
      method: method ?? "GET",
      headers: { ...accepted, ...sends, ...headers },
      body: body === undefined ? (text ?? null) : JSON.stringify(body),
      redirect: "manual",
      signal,
    });
  } catch (error) {
    if (signal.aborted) return tooLate();
    return failed("unreachable", `Could not be reached${codeOf(error)}.`);
  }
}

/** The whole body, counted as it comes: a server may send without end. */
async function textOf(
  response: Response,
  largest: number,
  signal: AbortSignal,
): Promise<string | Failed> {
  if (!response.body) return "";
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  try {
    for await (const chunk of response.body) {
      bytes += chunk.byteLength;
      if (bytes > largest) return failed("unreadable", "Its answer never ends.");
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    return signal.aborted ? tooLate() : failed("unreadable", "Its answer broke off half way.");
  }
  return text + decoder.decode();
}

const tooLate = () => failed("time_limit", "Did not answer within its time limit.");

/** Here, once for all who read another system: one NUL in a name would stop whatever keeps it. */
function parsed(text: string): unknown {
  try {
    return storable(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** ' (ECONNREFUSED)': the system's name of what went wrong, which holds nothing of the request. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : "";
}

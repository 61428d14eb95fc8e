import { setTimeout } from "node:timers/promises";
import { call, type Failed, isFailed, type Reply } from "../http/http";
import { refusal } from "../http/http-refusal";
import type { Answer } from "../provider";
import { clearbitError } from "./body";

/** Looking somebody up anew takes 'a couple of seconds'; asked again until the step's time is short. */
const POLLS = 2;
/** Clearbit asks for 'a few minutes' where it takes longer. */
const LATER_SECONDS = 120;

export type ClearbitAccount = { key: string; pollMs: number };

const LATER: Answer = {
  answer: "later",
  words: "Is looking it up, and asks to be asked again.",
  retryAfterSeconds: LATER_SECONDS,
};

/**
 * Asks Clearbit, again after `pollMs` where it answers 202: queued is no result
 * (help.clearbit.com, 'What is a 202 status code'). Gives the body of a result, or the answer that
 * there is none.
 */
export async function askClearbit(
  url: URL,
  { key, pollMs }: ClearbitAccount,
  signal: AbortSignal,
): Promise<{ body: unknown } | Answer> {
  const authorization = `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
  for (let poll = 0; ; poll += 1) {
    const reply = await call(url, { headers: { authorization } }, signal);
    if (isFailed(reply)) return poll > 0 && reply.cause === "time_limit" ? LATER : reply;
    if (reply.status !== 202) return outcome(reply);
    if (poll === POLLS || !(await waited(pollMs, signal))) return LATER;
  }
}

function outcome(reply: Reply): { body: unknown } | Answer {
  if (reply.status === 200) return { body: reply.json };
  const type = clearbitError.safeParse(reply.json).data?.error.type ?? undefined;
  if (reply.status === 404 && type === "unknown_record") {
    return { answer: "no_match", words: "Does not know this one." };
  }
  return refusal(reply, type) satisfies Failed;
}

/** False where the time limit came first. */
const waited = (ms: number, signal: AbortSignal) =>
  setTimeout(ms, true, { signal }).catch(() => false);

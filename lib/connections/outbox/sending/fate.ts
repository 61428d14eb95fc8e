import type { Answer } from "@/lib/enrichment/provider";
import { MINUTE } from "@/lib/platform/durations";
import { isWritten, type Written } from "../../crm/crm";
import { nextSending } from "../retry";
import type { ToTell } from "./queries";

/** What is written down of a row after a try. */
type Change =
  | { state: "sent"; words: string | null }
  | { state: "failed"; words: string; cause: Cause }
  | { state: "waiting"; dueAt: Date; words: string; cause: Cause };
type Cause = Extract<Written, { not: object }>["not"]["cause"];

const LOOK_AGAIN_MS = 5 * MINUTE;

/**
 * What becomes of a row. What trying again cannot help is given up at once; but where the field map
 * is to blame, it waits until somebody has mended that.
 */
export function changeOf(
  row: Pick<ToTell, "tries" | "at">,
  written: Written,
  mapIsWrong: boolean,
  now: Date,
  random: number,
): Change {
  if (isWritten(written)) return { state: "sent", words: written.words ?? null };
  const { cause, words, final, field, retryAfterSeconds } = written.not;
  if (mapIsWrong && field !== undefined) {
    const dueAt = new Date(now.getTime() + LOOK_AGAIN_MS);
    return { state: "waiting", dueAt, words: "Waits until the field map is mended.", cause };
  }
  const tried = { tries: row.tries + 1, at: row.at };
  const dueAt = final ? null : nextSending(tried, now, retryAfterSeconds, random);
  return dueAt ? { state: "waiting", dueAt, words, cause } : { state: "failed", words, cause };
}

/**
 * What a batch says of its connection's health: a record that is refused is no fault of the CRM's. A limit
 * holds for all that is next, whatever of the batch was taken before it came.
 */
export function healthOf(written: readonly Written[]): Answer {
  const answered: Answer = { answer: "no_match", words: "It answered." };
  const failures = written.flatMap((one) => (isWritten(one) ? [] : [one.not]));
  const limit = failures.find(({ cause }) => cause === "rate_limited");
  if (limit) return limit;
  const [first] = failures;
  const all = failures.length === written.length;
  return all && first && failures.every(({ cause }) => cause !== "refused") ? first : answered;
}

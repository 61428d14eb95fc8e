import { isOutage } from "@/db/outage";
import { MINUTE } from "@/lib/platform/durations";
import { answering } from "@/lib/platform/jobs/waited";
import { log } from "@/lib/platform/log";
import type { SystemActor } from "../viewer";
import { keepKeyFailures, keepKeyUse } from "./commands";
import { faultOf, type SenderFault } from "./faults";
import type { KeyScopes } from "./scopes";

/** Who calls with a key, and which key it is. */
export type KeyHolder = { actor: SystemActor; keyId: string; scopes: KeyScopes };

/** What became of a key's calls since it was last written, when that was, and when the latest was. */
type Tally = { count: number; at: Date; writtenAt: number; timer?: NodeJS.Timeout | undefined };
/** On the global object: development loads this anew. */
const shared = globalThis as typeof globalThis & { batonKeyUse?: Map<string, Tally> };
shared.batonKeyUse ??= new Map();
const tallies = shared.batonKeyUse;

/**
 * Counts a call that was taken or not. It is written about once a minute for each key and cause, and
 * the caller waits for nothing. What is not written at once is at the end of the minute, since
 * whether anything was taken after a failure is told by the later of the two.
 */
function note(holder: KeyHolder, fault: SenderFault | null, now: Date): void {
  const what = `${holder.keyId} ${fault}`;
  const tally = tallies.get(what) ?? { count: 0, at: now, writtenAt: 0 };
  tallies.set(what, tally);
  tally.count += 1;
  tally.at = now;
  const left = tally.writtenAt + MINUTE - now.getTime();
  if (left <= 0) {
    clearTimeout(tally.timer);
    write(holder, fault, tally);
  } else tally.timer ??= setTimeout(() => write(holder, fault, tally), left).unref();
}

function write({ actor, keyId }: KeyHolder, cause: SenderFault | null, tally: Tally) {
  const { count, at } = tally;
  Object.assign(tally, { count: 0, writtenAt: at.getTime(), timer: undefined });
  const kept = cause
    ? keepKeyFailures(actor, { keyId, cause, count }, at)
    : keepKeyUse(actor, keyId, at);
  kept.catch((err: unknown) => {
    tally.count += count;
    tally.writtenAt = 0;
    log().warn({ err }, "When a key was last used could not be kept");
  });
}

/** Answers a call and notes what came of it (M.2). */
export async function noting(
  holder: KeyHolder,
  now: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    const response = await answering(answer);
    note(holder, faultOf(response.status), now);
    return response;
  } catch (error) {
    if (!isOutage(error)) note(holder, "ours", now);
    throw error;
  }
}

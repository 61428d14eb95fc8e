import { MINUTE } from "@/lib/platform/durations";
import { answering } from "@/lib/platform/jobs/waited";
import { log } from "@/lib/platform/log";
import { isOutage } from "../outage";
import type { SystemActor } from "../viewer";
import { keepKeyFailures, keepKeyUse } from "./commands";
import { faultOf, type SenderFault } from "./faults";
import type { KeyScopes } from "./scopes";

/** Who calls with a key, and which key it is. */
export type KeyHolder = { actor: SystemActor; keyId: string; scopes: KeyScopes };

/** What became of a key's calls since it was last written, and when that was. */
type Tally = { count: number; writtenAt: number; timer?: NodeJS.Timeout };
/** On the global object: development loads this anew. */
const shared = globalThis as typeof globalThis & { batonKeyUse?: Map<string, Tally> };
shared.batonKeyUse ??= new Map();
const tallies = shared.batonKeyUse;

/**
 * Counts a call that was taken or not. It is written at most once a minute for each key and cause,
 * and the caller waits for nothing.
 */
function note(holder: KeyHolder, fault: SenderFault | null, now: Date): void {
  const what = `${holder.keyId} ${fault}`;
  const tally = tallies.get(what) ?? { count: 0, writtenAt: 0 };
  tallies.set(what, tally);
  tally.count += 1;
  const left = tally.writtenAt + MINUTE - now.getTime();
  if (left <= 0) {
    clearTimeout(tally.timer);
    write(holder, fault, tally, now);
  } else if (fault) {
    tally.timer ??= setTimeout(() => write(holder, fault, tally, now), left).unref();
  }
}

function write({ actor, keyId }: KeyHolder, cause: SenderFault | null, tally: Tally, now: Date) {
  const { count } = tally;
  Object.assign(tally, { count: 0, writtenAt: now.getTime(), timer: undefined });
  const kept = cause
    ? keepKeyFailures(actor, { keyId, cause, count }, now)
    : keepKeyUse(actor, keyId, now);
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

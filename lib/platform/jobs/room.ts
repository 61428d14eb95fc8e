import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { waitedMs } from "./waited";

/** Of a process that never rests, work in the background takes a tenth. */
const AT_MOST = 9;

/**
 * Waits after a piece of work of so many milliseconds until this process has rested for half as
 * long: whoever waits for an answer of it comes first, also where it is the database that works for
 * them just then. Where it never rests, nine times as long.
 */
export async function leaveRoom(tookMs: number): Promise<void> {
  let rested = 0;
  for (let waits = 0; waits < AT_MOST && rested < tookMs / 2; waits++) {
    const before = {
      at: performance.now(),
      waited: waitedMs(),
      ...performance.eventLoopUtilization(),
    };
    await wait(tookMs);
    const idle = performance.eventLoopUtilization().idle - before.idle;
    const free = performance.now() - before.at - (waitedMs() - before.waited);
    rested += Math.min(idle, free);
  }
}

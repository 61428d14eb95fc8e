import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { waitedMs } from "./waited";

/** Of a process that never rests, work in the background takes a tenth. */
const AT_MOST = 9;

/** A process as it tells of itself, in milliseconds, and how to wait in it. */
type Resting = {
  /** The time, for how long it did nothing, and for how long somebody waited for an answer. */
  read: () => { at: number; idle: number; waited: number };
  wait: (ms: number) => Promise<unknown>;
};

const thisProcess: Resting = {
  read: () => ({
    at: performance.now(),
    idle: performance.eventLoopUtilization().idle,
    waited: waitedMs(),
  }),
  wait: pause,
};

/**
 * Waits after a piece of work of so many milliseconds until this process has rested for half as
 * long: whoever waits for an answer of it comes first, also where it is the database that works for
 * them just then. Where it never rests, nine times as long.
 */
export async function leaveRoom(tookMs: number, { read, wait } = thisProcess): Promise<void> {
  let rested = 0;
  for (let waits = 0; waits < AT_MOST && rested < tookMs / 2; waits++) {
    const before = read();
    await wait(tookMs);
    const after = read();
    const free = after.at - before.at - (after.waited - before.waited);
    rested += Math.min(after.idle - before.idle, free);
  }
}

import { performance } from "node:perf_hooks";

/** How many wait for an answer, since when at least one does, and for how long one did before that. */
type Waiting = { count: number; since: number; before: number };

/** On the global object: the jobs' and the requests' code may be loaded apart. */
const shared = globalThis as typeof globalThis & { batonWaiting?: Waiting };
shared.batonWaiting ??= { count: 0, since: 0, before: 0 };
const waiting = shared.batonWaiting;

/** Answers somebody, for whom work in the background leaves room until then. */
export async function answering<T>(answer: () => Promise<T>): Promise<T> {
  if (waiting.count++ === 0) waiting.since = performance.now();
  try {
    return await answer();
  } finally {
    if (--waiting.count === 0) waiting.before += performance.now() - waiting.since;
  }
}

/** Milliseconds since this process began in which somebody waited for an answer. */
export const waitedMs = () =>
  waiting.before + (waiting.count > 0 ? performance.now() - waiting.since : 0);

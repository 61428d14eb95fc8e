/** 'Max rate limit 100 exceeded within 20 secs' (606) and more than 10 at once (615), of a subscription. */
const MOST = 100;
const WINDOW_MS = 20_000;
const AT_ONCE = 10;

/** What tells the time, and waits: `wait` ends at the latest when `signal` is aborted. */
type Time = { now: () => number; wait: (ms: number, signal: AbortSignal) => Promise<void> };

/** `turn` ends once the last one that waits has begun, so that they begin in their order. */
type Asked = { running: number; ended: number[]; turn: Promise<unknown> };

/**
 * Lets work on one subscription begin only where Marketo's limits allow it, in this process. A call
 * counts from its beginning until the window's length after its end, since it may arrive at any
 * moment between: so no window there ever sees more than it allows.
 */
export function pacer(time: Time) {
  const subscriptions = new Map<string, Asked>();
  return async function paced<T>(
    host: string,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T | "not yet"> {
    const asked = subscriptions.get(host) ?? { running: 0, ended: [], turn: Promise.resolve() };
    subscriptions.set(host, asked);
    const begun = asked.turn.then(() => begin(asked, time, signal));
    asked.turn = begun;
    if (!(await begun)) return "not yet";
    try {
      return await work();
    } finally {
      asked.running -= 1;
      asked.ended.push(time.now());
    }
  };
}

/** Waits until one more may be asked, and counts it; false where the time for it is up before. */
async function begin(asked: Asked, time: Time, signal: AbortSignal): Promise<boolean> {
  for (let ms = untilFree(asked, time.now()); ms > 0; ms = untilFree(asked, time.now())) {
    if (signal.aborted) return false;
    await time.wait(ms, signal);
  }
  asked.running += 1;
  return true;
}

/** While others run, their end is not known: it is looked for so often. */
const LOOK_MS = 50;

/** Milliseconds until one more may be asked, or until it is to be looked again; 0 where it may be. */
function untilFree(asked: Asked, now: number): number {
  asked.ended = asked.ended.filter((at) => at + WINDOW_MS > now);
  if (asked.running >= AT_ONCE) return LOOK_MS;
  if (asked.running + asked.ended.length < MOST) return 0;
  const [first] = asked.ended;
  return first === undefined ? LOOK_MS : first + WINDOW_MS - now;
}

const timer = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(waiting);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const waiting = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });

/** The pace of this process. */
export const paced = pacer({ now: () => performance.now(), wait: timer });

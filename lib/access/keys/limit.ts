/**
 * How many requests one key may make in a window, and how long that is. So many that no sender meets
 * it by working, and so few that one in a loop leaves room for the others.
 */
export const LIMIT = { requests: 30_000, seconds: 60 } as const;
/** One write key serves all the visitors of a site, a request for each thing that one of them does. */
export const WRITE_LIMIT = { requests: 60_000, seconds: 60 } as const;
export type Limit = { requests: number; seconds: number };

/** A key's window: when it began (epoch ms), and how many requests it has seen. */
export type Window = { since: number; requests: number };
/** What is left of it: `ok` is false where this very request is one too many. Whole seconds. */
type Spent = { ok: boolean; remaining: number; resetsIn: number };

/** Counts one request; a window that is over begins anew. */
export function spend(
  before: Window | undefined,
  now: number,
  { requests: most, seconds }: Limit = LIMIT,
): { window: Window; spent: Spent } {
  const over = !before || now < before.since || now - before.since >= seconds * 1000;
  const { since, requests } = over ? { since: now, requests: 0 } : before;
  const ok = requests < most;
  const window = { since, requests: ok ? requests + 1 : requests };
  const resetsIn = Math.max(1, Math.ceil(seconds - (now - since) / 1000));
  return { window, spent: { ok, remaining: most - window.requests, resetsIn } };
}

/** The header fields by which a caller learns of it: draft-ietf-httpapi-ratelimit-headers-10. */
export function limitHeaders(
  { ok, remaining, resetsIn }: Spent,
  { requests, seconds }: Limit = LIMIT,
): Record<string, string> {
  return {
    "RateLimit-Policy": `"key";q=${requests};w=${seconds}`,
    RateLimit: `"key";r=${remaining};t=${resetsIn}`,
    ...(ok ? {} : { "Retry-After": String(resetsIn) }),
  };
}

/** On the global object: development loads this anew. */
const shared = globalThis as typeof globalThis & { batonKeyWindows?: Map<string, Window> };
shared.batonKeyWindows ??= new Map();
const windows = shared.batonKeyWindows;

/**
 * Counts a request of a key in this process. In memory, since what is protected is this process:
 * a count in the database would be its most written row, and dearer than most requests that it counts.
 */
export function countRequest(keyId: string, now: Date, limit: Limit = LIMIT): Spent {
  const { window, spent } = spend(windows.get(keyId), now.getTime(), limit);
  windows.set(keyId, window);
  return spent;
}

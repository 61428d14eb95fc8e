import type { Clock } from "@/lib/platform/clock";
import { MINUTE } from "@/lib/platform/durations";
import type { MailRoute } from "./mail-route";

/** A yes is kept as long as DNS says, within these bounds: a moved domain is noticed the same hour. */
const YES_AT_LEAST = 5 * MINUTE;
const YES_AT_MOST = 60 * MINUTE;
/** A no is kept shortly, because somebody who set up their mail today is waiting for us. */
const NO = 10 * MINUTE;
/** What DNS could not say is kept just so long that a big import does not wait for it a thousand times. */
const UNKNOWN = MINUTE / 2;
/** Domains of one big import; the oldest go first. */
const LARGEST = 20_000;

/** How long a route may be kept, in milliseconds. */
function keptFor(route: MailRoute): number {
  if (route.takesMail === "no") return NO;
  if (route.takesMail === "unknown") return UNKNOWN;
  return Math.min(Math.max(route.ttlSeconds * 1_000, YES_AT_LEAST), YES_AT_MOST);
}

/**
 * Keeps what DNS said per domain. Those who ask for a domain while it is being asked wait for the
 * same answer, unless the one who asked was stopped: a time limit of one is not everybody's.
 */
export function routeCache(clock: Clock) {
  const kept = new Map<string, { route: MailRoute; until: number }>();
  const underWay = new Map<string, Promise<MailRoute>>();

  function keep(domain: string, route: MailRoute): MailRoute {
    kept.delete(domain);
    kept.set(domain, { route, until: clock().getTime() + keptFor(route) });
    const [oldest] = kept.keys();
    if (kept.size > LARGEST && oldest !== undefined) kept.delete(oldest);
    return route;
  }

  function fresh(domain: string): MailRoute | null {
    const known = kept.get(domain);
    return known && known.until > clock().getTime() ? known.route : null;
  }

  return async (
    domain: string,
    signal: AbortSignal,
    find: () => Promise<MailRoute>,
  ): Promise<MailRoute> => {
    // Nothing may be awaited between finding nobody asking and asking, or two would ask.
    for (let others = underWay.get(domain); others; others = underWay.get(domain)) await others;
    const known = fresh(domain);
    if (known) return known;
    const asking = find();
    underWay.set(domain, asking);
    try {
      const route = await asking;
      return signal.aborted && route.takesMail === "unknown" ? route : keep(domain, route);
    } finally {
      if (underWay.get(domain) === asking) underWay.delete(domain);
    }
  };
}

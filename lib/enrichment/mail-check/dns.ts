import { Resolver } from "node:dns/promises";
import type { Found, MailDns } from "./mail-route";

/**
 * How to ask. `servers` as in Resolver.setServers; without it those of this machine. A question
 * ends after `timeoutMs` and is put `tries` times.
 */
export type DnsSettings = { servers?: string[]; timeoutMs?: number; tries?: number };

/** A TTL that Node does not tell (it has none for MX records) is taken to be five minutes. */
const WITHOUT_TTL = 300;

/** The name whose servers every resolver on the internet knows. */
const KNOWN_TO_ALL = "com";

/** What c-ares calls the ways in which a question ends (`node:dns`, error codes). */
const BECAUSE = {
  ENOTFOUND: "no_such_name",
  ENODATA: "no_such_record",
  ECONNREFUSED: "no_dns",
  ELOADIPHLPAPI: "no_dns",
  ENOTINITIALIZED: "no_dns",
} as const;

/** Questions to DNS through Node's own resolver; `signal` ends those that are under way. */
export function mailDns(settings: DnsSettings, signal: AbortSignal): MailDns {
  const resolver = new Resolver({
    timeout: settings.timeoutMs ?? 1_500,
    tries: settings.tries ?? 2,
  });
  if (settings.servers) resolver.setServers(settings.servers);
  const ask = async <T>(question: () => Promise<T[]>): Promise<Found<T>> => {
    if (signal.aborted) return { found: null, because: "again" };
    const cancel = () => resolver.cancel();
    signal.addEventListener("abort", cancel, { once: true });
    try {
      return { found: await question() };
    } catch (error) {
      return { found: null, because: becauseOf(error) };
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  };
  return {
    exchangers: (domain) => ask(() => resolver.resolveMx(domain)),
    addresses: async (host) => {
      const [four, six] = await Promise.all([
        ask(() => resolver.resolve4(host, { ttl: true })),
        ask(() => resolver.resolve6(host, { ttl: true })),
      ]);
      return together(four, six);
    },
    knowsTheInternet: async () =>
      (await ask(() => resolver.resolveNs(KNOWN_TO_ALL))).found !== null,
  };
}

function becauseOf(error: unknown) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return Object.hasOwn(BECAUSE, code) ? BECAUSE[code as keyof typeof BECAUSE] : "again";
}

type Addresses = Found<{ address: string; ttl: number }>;

/** Addresses of one family are enough. None count as gone only where both families say so. */
function together(four: Addresses, six: Addresses): Addresses {
  if (four.found || six.found) {
    const found = [...(four.found ?? []), ...(six.found ?? [])];
    return { found: found.map(({ address, ttl }) => ({ address, ttl: ttl ?? WITHOUT_TTL })) };
  }
  return four.because === "no_such_name" || four.because === "no_such_record" ? six : four;
}

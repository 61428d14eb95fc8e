import type { EmailReason } from "@/lib/standard/values/deliverability";
import { type Address, isPublicAddress } from "./public-address";

/** What DNS may answer to one question. `again` is anything that may be otherwise in a minute. */
export type Found<T> =
  | { found: T[] }
  | { found: null; because: "no_such_name" | "no_such_record" | "again" | "no_dns" };

type Exchanger = { exchange: string; priority: number };

/** The questions to DNS that a route takes. None of them throws. */
export type MailDns = {
  exchangers(domain: string): Promise<Found<Exchanger>>;
  /** IPv4 and IPv6 together. */
  addresses(host: string): Promise<Found<Address>>;
  /** True where DNS knows something that everybody's DNS knows: it is the internet's. */
  knowsTheInternet(): Promise<boolean>;
};

/**
 * Whether a domain takes mail. `ttlSeconds` is how long the answer may be kept, where DNS says so.
 * `asked: false` means that no DNS could be asked at all, which says nothing about the domain.
 */
export type MailRoute =
  | { takesMail: "yes"; by: "mx" | "address"; ttlSeconds: number }
  | { takesMail: "no"; reason: Extract<EmailReason, NoMail> }
  | { takesMail: "unknown"; asked: boolean };
type NoMail = "no_such_domain" | "null_mx" | "no_mail_server" | "unusable_mail_server";

/** A sender tries the best exchangers and gives up (RFC 5321, 5.1, wants two at least). */
const TRIED_EXCHANGERS = 4;
const UNKNOWN: MailRoute = { takesMail: "unknown", asked: true };
const no = (reason: NoMail): MailRoute => ({ takesMail: "no", reason });

/**
 * Finds the way of mail to a domain as a sending server does (RFC 5321, section 5.1): its
 * exchangers, or its own address where it names none. A null MX is a no (RFC 7505), a name that
 * does not exist is a no, and so are exchangers that nobody outside can reach. What DNS could not
 * say is unknown, never a no; neither is the no of a DNS that knows nothing of the internet.
 */
export async function mailRoute(domain: string, dns: MailDns): Promise<MailRoute> {
  const route = await routeByExchangers(domain, dns);
  if (route.takesMail !== "no" || (await dns.knowsTheInternet())) return route;
  return { takesMail: "unknown", asked: false };
}

async function routeByExchangers(domain: string, dns: MailDns): Promise<MailRoute> {
  const { found, ...answer } = await dns.exchangers(domain);
  if (found) return found.length === 0 ? byOwnAddress(domain, dns) : byExchangers(found, dns);
  const because = "because" in answer ? answer.because : "again";
  if (because === "no_such_name") return no("no_such_domain");
  if (because === "no_such_record") return byOwnAddress(domain, dns);
  return { takesMail: "unknown", asked: because !== "no_dns" };
}

async function byExchangers(exchangers: Exchanger[], dns: MailDns): Promise<MailRoute> {
  const named = exchangers.filter(({ exchange }) => exchange !== "" && exchange !== ".");
  if (named.length === 0) return no("null_mx");
  const best = named
    .filter(({ exchange }) => isHostName(exchange))
    .toSorted((one, other) => one.priority - other.priority)
    .slice(0, TRIED_EXCHANGERS);
  let unsure = false;
  for (const { exchange } of best) {
    const route = await byAddressOf(exchange, "mx", dns);
    if (route.takesMail === "yes") return route;
    if (route.takesMail === "unknown") unsure = true;
  }
  return unsure ? UNKNOWN : no("unusable_mail_server");
}

async function byOwnAddress(domain: string, dns: MailDns): Promise<MailRoute> {
  const route = await byAddressOf(domain, "address", dns);
  return route.takesMail === "no" ? no("no_mail_server") : route;
}

async function byAddressOf(host: string, by: "mx" | "address", dns: MailDns): Promise<MailRoute> {
  const answer = await dns.addresses(host);
  if (answer.found === null) {
    const gone = answer.because === "no_such_name" || answer.because === "no_such_record";
    return gone ? no("unusable_mail_server") : UNKNOWN;
  }
  const usable = answer.found.filter(({ address }) => isPublicAddress(address));
  if (usable.length === 0) return no("unusable_mail_server");
  return { takesMail: "yes", by, ttlSeconds: Math.min(...usable.map(({ ttl }) => ttl)) };
}

/** RFC 5321, 5.1: an exchanger is a host's name. An address typed into an MX record is a mistake. */
function isHostName(exchange: string): boolean {
  const name = exchange.toLowerCase().replace(/\.$/, "");
  return name.includes(".") && !/(^|\.)(localhost|local|invalid)$|\.\d+$|:/.test(name);
}

import { type Address, emailAddress } from "@/lib/intake/emails/email";
import { type Clock, systemClock } from "@/lib/platform/clock";
import { EMAIL_REASONS } from "@/lib/standard/values/deliverability";
import type { Answer, Provider, Subject } from "../provider";
import { directness, type EmailFinding, emailValue } from "../values/email-value";
import { type DnsSettings, mailDns } from "./dns";
import { type MailRoute, mailRoute } from "./mail-route";
import { routeCache } from "./route-cache";

/** Where and how the check asks, and what time it is; all of the machine by default. */
type MailCheckSettings = DnsSettings & { clock?: Clock };

/**
 * The built-in check of an address (C1.4): its syntax, what kind of address it is, and whether DNS
 * knows a way for its mail. It does not talk to mail servers: whether the mailbox exists is a
 * verifier's to say, so that what it finds is never 'deliverable'.
 *
 * The article asks of a verified email at least 'syntax + domain check'. So an address that passes
 * all of this counts as verified, with deliverability unknown and the reason that says so; a desk,
 * a throwaway address and a domain without mail do not; and where DNS gave no answer the address is
 * not verified yet and asked for again.
 */
export function mailCheck(settings: MailCheckSettings = {}): Provider {
  const clock = settings.clock ?? systemClock;
  const cached = routeCache(clock);
  const routeTo = (domain: string, signal: AbortSignal) =>
    cached(domain, signal, () => mailRoute(domain, mailDns(settings, signal)));
  return {
    id: "mail-check",
    label: "Mail check",
    lookups: [
      {
        lookup: "email",
        costCents: 0,
        fills: { "C1.4": "refresh" },
        timeLimitMs: 5_000,
        // DNS says itself how long its answers last; they are kept in memory.
        cacheDays: 0,
        ask: (subject, signal) => checked(subject, signal, routeTo, clock),
      },
    ],
  };
}

async function checked(
  { email }: Subject,
  signal: AbortSignal,
  routeTo: (domain: string, signal: AbortSignal) => Promise<MailRoute>,
  clock: Clock,
): Promise<Answer> {
  if (!email) return { answer: "nothing_to_ask", words: "No email address." };
  const read = emailAddress(email);
  if (!read.ok) return { answer: "no_match", words: `The address ${read.reason}.` };
  if (read.placeholder) return { answer: "no_match", words: EMAIL_REASONS.placeholder };
  const route = await routeTo(read.domain, signal);
  const finding = findingOf(route, read);
  if (!finding) return { answer: "failed", cause: "unreachable", words: "DNS could not be asked." };
  const checkedAt = clock().toISOString();
  const values = { "C1.4": emailValue(read, finding, { checkedAt }) };
  const words = EMAIL_REASONS[finding.reason];
  return finding.reason === "dns_failed"
    ? { answer: "later", words, values }
    : { answer: "found", words, values };
}

/** A desk or a throwaway address is one even while DNS is silent. Null where nothing was found out. */
function findingOf(route: MailRoute, address: Address): EmailFinding | null {
  if (route.takesMail === "no") return { deliverability: "undeliverable", reason: route.reason };
  const indirect = directness(address);
  if (indirect) return indirect;
  if (route.takesMail === "yes") return { deliverability: "unknown", reason: "takes_mail" };
  return route.asked ? { deliverability: "unknown", reason: "dns_failed" } : null;
}

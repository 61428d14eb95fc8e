import { type Address, emailAddress } from "@/lib/intake/emails/email";
import { systemClock } from "@/lib/platform/clock";
import { EMAIL_REASONS } from "@/lib/standard/values/deliverability";
import { type Failed, failed } from "../http/http";
import type { Answer, Provider, ProviderLookup, Subject } from "../provider";
import { directness, emailValue } from "../values/email-value";
import { VERIFIERS, type Verifier, verdictOf } from "./verdicts";

/** What a verifier said, in its own words. */
export type Said = {
  state: string;
  subStates: string[];
  freeMail?: boolean | undefined;
  didYouMean?: string | null | undefined;
  /** ISO 8601, where it says when it checked; it may have checked before. */
  checkedAt?: string | undefined;
  creditsLeft?: number | undefined;
};

/** Asks one address, in lower case with its domain in punycode. */
type AskVerifier = (address: string, signal: AbortSignal) => Promise<Said | Failed>;

/**
 * How long the verifier itself may try. Mail servers are slow: all three take some seconds, and
 * some answers come only after half a minute; then 'unknown' is what the chain can use.
 */
export const VERIFIER_SECONDS = 8;
const TIME_LIMIT_MS = 10_000;
/** Greylisting servers let in who comes back after some minutes (RFC 6647, section 5). */
const RETRY_AFTER_SECONDS = 15 * 60;
/** The domain of the verifiers' own test addresses, whose answers are fixed. */
const SANDBOX = "example.com";

/** A verifier as a provider with one lookup. `costCents` is what an answer costs the customer. */
export function verifier(id: Verifier, costCents: number, ask: AskVerifier): Provider {
  const lookup: ProviderLookup = {
    lookup: "email",
    costCents,
    // Overrides, so that it is asked though the mail check found enough: that is what it is paid for.
    fills: { "C1.4": "override" },
    timeLimitMs: TIME_LIMIT_MS,
    cacheDays: 30,
    ask: (subject, signal) => verified(id, subject, (address) => ask(address, signal)),
  };
  return { id, label: VERIFIERS[id], lookups: [lookup] };
}

async function verified(
  id: Verifier,
  { email }: Subject,
  ask: (address: string) => Promise<Said | Failed>,
): Promise<Answer> {
  if (!email) return { answer: "nothing_to_ask", words: "No email address." };
  const read = emailAddress(email);
  if (!read.ok) return { answer: "nothing_to_ask", words: `The address ${read.reason}.` };
  const useless = read.domain === SANDBOX ? null : notWorthACredit(read);
  if (useless) return { answer: "nothing_to_ask", words: useless };
  const said = await ask(read.address);
  return "answer" in said ? said : meaning(id, read, said);
}

/** A mail server's word would not make it a person's own address. */
function notWorthACredit(address: Address): string | null {
  if (address.placeholder) return EMAIL_REASONS.placeholder;
  const finding = directness(address);
  return finding && EMAIL_REASONS[finding.reason];
}

function meaning(id: Verifier, address: Address, said: Said): Answer {
  const verdict = verdictOf(id, said.state, said.subStates);
  if (!verdict) return failed("unreadable", "Gave an answer that Baton does not know.");
  const indirect = verdict.deliverability === "deliverable" ? directness(address) : null;
  const finding = indirect ?? verdict;
  const { freeMail = false, didYouMean = null, creditsLeft } = said;
  const checkedAt = said.checkedAt ?? systemClock().toISOString();
  const values = { "C1.4": emailValue(address, finding, { checkedAt, freeMail, didYouMean }) };
  const words = EMAIL_REASONS[finding.reason];
  if (verdict.retry)
    return { answer: "later", words, values, retryAfterSeconds: RETRY_AFTER_SECONDS };
  return {
    answer: "found",
    words,
    values,
    ...(creditsLeft === undefined ? {} : { creditsLeft }),
  };
}

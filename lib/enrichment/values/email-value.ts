import type { Address } from "@/lib/intake/emails/email";
import type { Json } from "@/lib/standard/field";
import type { Deliverability, EmailReason } from "@/lib/standard/values/deliverability";
import type { GivenValue } from "../provider";

/** What a check of an address came to. */
export type EmailFinding = { deliverability: Deliverability; reason: EmailReason };

/** What a check knows besides. `checkedAt` is an ISO 8601 instant. */
type EmailExtras = {
  checkedAt: string;
  freeMail?: boolean;
  /** The address that was probably meant. Kept for a person to see; never put in its place. */
  didYouMean?: string | null;
};

/** What is wrong with an address as a person's own (C1.4), whatever its mail server says. */
export function directness({ role, disposable }: Address): EmailFinding | null {
  if (disposable) return { deliverability: "risky", reason: "disposable" };
  if (role) return { deliverability: "risky", reason: "role_address" };
  return null;
}

/** An address that this reason ends in needs nothing more: the article's 'syntax + domain check'. */
const MINIMUM: EmailReason = "takes_mail";

/**
 * A value of C1.4 with its verdict. It is always the address that was asked about. Verified where
 * mail is delivered to a person, or where the domain takes mail and nobody knows better.
 */
export function emailValue(
  address: Address,
  { deliverability, reason }: EmailFinding,
  { checkedAt, freeMail, didYouMean }: EmailExtras,
): GivenValue {
  const detail: { [key: string]: Json } = {
    deliverability,
    reason,
    checkedAt,
    freeMail: freeMail || address.freeMail,
  };
  if (didYouMean) detail.didYouMean = didYouMean;
  return {
    value: address.address,
    source: "enrichment",
    verified: deliverability === "deliverable" || reason === MINIMUM,
    detail,
  };
}

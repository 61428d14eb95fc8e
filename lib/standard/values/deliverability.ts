/** What becomes of mail to an address (spec C1.4), as far as anybody could find out. */
const DELIVERABILITIES = ["deliverable", "risky", "undeliverable", "unknown"] as const;
export type Deliverability = (typeof DELIVERABILITIES)[number];

/**
 * Why (spec C1.4), as kept in `detail.reason` of a value of C1.4 and as a person reads it. The one
 * list: what we find out ourselves, what a directory says, and what verifiers say in their words.
 */
export const EMAIL_REASONS = {
  accepted: "The mail server accepts the address.",
  takes_mail: "The domain takes mail. Nobody asked about the mailbox itself.",
  not_checked: "Not checked yet.",
  free_mail: "A private mail address, not checked yet.",
  confirmed_by_person: "A person confirmed it.",
  role_address: "It reaches a desk, not a person.",
  ai_mailbox: "A program reads this mailbox, not a person.",
  disposable: "It is a throwaway address.",
  placeholder: "It stands in for an address that was not given.",
  catch_all: "The domain takes mail for every name, so the name proves nothing.",
  forwarded: "The domain only passes mail on, so nobody can tell where it ends.",
  low_quality: "Mail may arrive, but the address looks bad.",
  spam_trap: "It is or may be a spam trap.",
  complainer: "Its owner is known to report mail as spam.",
  suppressed: "It is on a list of addresses that must not get mail.",
  bad_syntax: "It is not written as an address can be.",
  typo: "The domain is misspelt.",
  no_such_domain: "The domain does not exist.",
  null_mx: "The domain says that it takes no mail.",
  no_mail_server: "The domain has no mail server.",
  unusable_mail_server: "The domain's mail servers cannot be reached from outside.",
  mailbox_not_found: "The mail server does not know this mailbox.",
  mailbox_full: "The mailbox is full and takes no more mail.",
  rejected: "The mail server refuses the address.",
  dns_failed: "DNS gave no answer, so nothing is known yet.",
  greylisted: "The mail server asks to come back later.",
  server_silent: "The mail server did not answer.",
  server_refuses_checks: "The mail server does not let anybody check addresses.",
  check_failed: "The check itself failed.",
  not_conclusive: "The check came to no conclusion.",
} as const;
export type EmailReason = keyof typeof EMAIL_REASONS;

/** The words of a reason, or null for a text that is none. */
export function emailReasonWords(reason: unknown): string | null {
  if (typeof reason !== "string" || !Object.hasOwn(EMAIL_REASONS, reason)) return null;
  return EMAIL_REASONS[reason as EmailReason];
}

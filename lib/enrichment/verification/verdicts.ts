import type { Deliverability, EmailReason } from "@/lib/standard/values/deliverability";

export const VERIFIERS = {
  zerobounce: "ZeroBounce",
  neverbounce: "NeverBounce",
  kickbox: "Kickbox",
};
export type Verifier = keyof typeof VERIFIERS;

/** What one answer of a verifier means to us. */
type Verdict = {
  deliverability: Deliverability;
  reason: EmailReason;
  /** True where the verifier says itself that asking later may tell more. */
  retry: boolean;
};

/** One row of the table. `subState` is null where none, or none of the other rows', came with it. */
export type VerdictRow = Verdict & { system: Verifier; state: string; subState: string | null };

type Line = readonly [
  state: string,
  subState: string | null,
  deliverability: Deliverability,
  reason: EmailReason,
];

/**
 * ZeroBounce, API v2: 7 statuses, and the sub-statuses of its documentation and its SDKs
 * (zerobounce/zerobouncego, validate_constants.go). `catchall_domain` is a field of the answer.
 */
const ZEROBOUNCE: readonly Line[] = [
  ["valid", "role_based_accept_all", "risky", "role_address"],
  ["valid", "role_based", "risky", "role_address"],
  ["valid", "accept_all", "risky", "catch_all"],
  ["valid", "ai_agent_mailbox", "risky", "ai_mailbox"],
  ["valid", "catchall_domain", "risky", "catch_all"],
  ["valid", "alias_address", "deliverable", "accepted"],
  ["valid", "alternate", "deliverable", "accepted"],
  ["valid", "leading_period_removed", "deliverable", "accepted"],
  ["valid", "gold", "deliverable", "accepted"],
  ["valid", "allowed", "deliverable", "accepted"],
  ["valid", null, "deliverable", "accepted"],
  ["invalid", "failed_syntax_check", "undeliverable", "bad_syntax"],
  ["invalid", "possible_typo", "undeliverable", "typo"],
  ["invalid", "no_dns_entries", "undeliverable", "no_mail_server"],
  ["invalid", "does_not_accept_mail", "undeliverable", "no_mail_server"],
  ["invalid", "unroutable_ip_address", "undeliverable", "unusable_mail_server"],
  ["invalid", "mailbox_not_found", "undeliverable", "mailbox_not_found"],
  ["invalid", "mailbox_quota_exceeded", "undeliverable", "mailbox_full"],
  ["invalid", "blocked", "undeliverable", "rejected"],
  ["invalid", null, "undeliverable", "rejected"],
  ["catch-all", "role_based_catch_all", "risky", "role_address"],
  ["catch-all", "role_based_accept_all", "risky", "role_address"],
  ["catch-all", "ai_agent_mailbox", "risky", "ai_mailbox"],
  ["catch-all", "accept_all", "risky", "catch_all"],
  ["catch-all", null, "risky", "catch_all"],
  ["do_not_mail", "role_based", "risky", "role_address"],
  ["do_not_mail", "role_based_catch_all", "risky", "role_address"],
  ["do_not_mail", "role_based_accept_all", "risky", "role_address"],
  ["do_not_mail", "disposable", "risky", "disposable"],
  ["do_not_mail", "mx_forward", "risky", "forwarded"],
  ["do_not_mail", "possible_trap", "risky", "spam_trap"],
  ["do_not_mail", "toxic", "risky", "low_quality"],
  ["do_not_mail", "global_suppression", "risky", "suppressed"],
  ["do_not_mail", "blocked", "risky", "suppressed"],
  ["do_not_mail", null, "risky", "suppressed"],
  ["spamtrap", null, "risky", "spam_trap"],
  ["abuse", null, "risky", "complainer"],
  ["unknown", "greylisted", "unknown", "greylisted"],
  ["unknown", "antispam_system", "unknown", "server_refuses_checks"],
  ["unknown", "forcible_disconnect", "unknown", "server_refuses_checks"],
  ["unknown", "failed_smtp_connection", "unknown", "server_silent"],
  ["unknown", "mail_server_did_not_respond", "unknown", "server_silent"],
  ["unknown", "mail_server_temporary_error", "unknown", "server_silent"],
  ["unknown", "timeout_exceeded", "unknown", "server_silent"],
  ["unknown", "exception_occurred", "unknown", "check_failed"],
  ["unknown", null, "unknown", "not_conclusive"],
];

/**
 * NeverBounce, API v4.2: the sub-states are flags, of which several come at once, and a desk or a
 * domain that takes everything is only a flag on 'valid'. A failure of its DNS is not the lead's.
 */
const NEVERBOUNCE: readonly Line[] = [
  ["valid", "disposable_email", "risky", "disposable"],
  ["valid", "role_account", "risky", "role_address"],
  ["valid", "accepts_all", "risky", "catch_all"],
  ["valid", "spamtrap_network", "risky", "spam_trap"],
  ["valid", "squatter_host", "risky", "low_quality"],
  ["valid", null, "deliverable", "accepted"],
  ["invalid", "temporary_dns_error", "unknown", "dns_failed"],
  ["invalid", "bad_syntax", "undeliverable", "bad_syntax"],
  ["invalid", "bad_dns", "undeliverable", "no_mail_server"],
  ["invalid", "spelling_mistake", "undeliverable", "typo"],
  ["invalid", "spamtrap_network", "risky", "spam_trap"],
  ["invalid", "connect_fails", "undeliverable", "unusable_mail_server"],
  ["invalid", null, "undeliverable", "mailbox_not_found"],
  ["disposable", null, "risky", "disposable"],
  ["catchall", "role_account", "risky", "role_address"],
  ["catchall", null, "risky", "catch_all"],
  ["unknown", "temporary_dns_error", "unknown", "dns_failed"],
  ["unknown", "connect_fails", "unknown", "server_silent"],
  ["unknown", null, "unknown", "not_conclusive"],
];

/** Kickbox, API v2: the sub-states are its reasons, and the flags that say more than the reason. */
const KICKBOX: readonly Line[] = [
  ["deliverable", "disposable", "risky", "disposable"],
  ["deliverable", "role", "risky", "role_address"],
  ["deliverable", "accept_all", "risky", "catch_all"],
  ["deliverable", "accepted_email", "deliverable", "accepted"],
  ["deliverable", null, "deliverable", "accepted"],
  ["undeliverable", "invalid_email", "undeliverable", "bad_syntax"],
  ["undeliverable", "invalid_domain", "undeliverable", "no_such_domain"],
  ["undeliverable", "invalid_smtp", "undeliverable", "unusable_mail_server"],
  ["undeliverable", "rejected_email", "undeliverable", "mailbox_not_found"],
  ["undeliverable", null, "undeliverable", "rejected"],
  ["risky", "disposable", "risky", "disposable"],
  ["risky", "role", "risky", "role_address"],
  ["risky", "accept_all", "risky", "catch_all"],
  ["risky", "low_quality", "risky", "low_quality"],
  ["risky", "low_deliverability", "risky", "low_quality"],
  ["risky", null, "risky", "low_quality"],
  ["unknown", "no_connect", "unknown", "server_silent"],
  ["unknown", "timeout", "unknown", "server_silent"],
  ["unknown", "unavailable_smtp", "unknown", "server_silent"],
  ["unknown", "invalid_smtp", "unknown", "server_silent"],
  ["unknown", "unexpected_error", "unknown", "check_failed"],
  ["unknown", null, "unknown", "not_conclusive"],
];

const rows = (system: Verifier, lines: readonly Line[]): VerdictRow[] =>
  lines.map(([state, subState, deliverability, reason]) => {
    const retry = deliverability === "unknown";
    return { system, state, subState, deliverability, reason, retry };
  });

/**
 * What each answer of each verifier means (C1.4, K.2): the one table, which an admin reads too. Of
 * several sub-states the row that stands first counts.
 */
export const VERDICTS: readonly VerdictRow[] = [
  ...rows("zerobounce", ZEROBOUNCE),
  ...rows("neverbounce", NEVERBOUNCE),
  ...rows("kickbox", KICKBOX),
];

/**
 * What a verifier's state with the sub-states that came along means; a sub-state we do not know
 * means nothing. Null for a state that we do not know: it would be a guess.
 */
export function verdictOf(
  system: Verifier,
  state: string,
  subStates: readonly string[],
): Verdict | null {
  const row = VERDICTS.filter((one) => one.system === system && one.state === state).find(
    ({ subState }) => subState === null || subStates.includes(subState),
  );
  if (!row) return null;
  const { deliverability, reason, retry } = row;
  return { deliverability, reason, retry };
}

import { type Asked, json, type Reply, startDouble } from "./double";

/**
 * ZeroBounce's sandbox: addresses at example.com with a fixed answer, as the official Go SDK tests
 * them (zerobounce/zerobouncego, utility.go; the last four from its documentation). Local part,
 * status, sub-status.
 */
export const ZEROBOUNCE_SANDBOX: readonly (readonly [string, string, string])[] = [
  ["disposable", "do_not_mail", "disposable"],
  ["invalid", "invalid", "mailbox_not_found"],
  ["valid", "valid", ""],
  ["toxic", "do_not_mail", "toxic"],
  ["donotmail", "do_not_mail", "role_based"],
  ["spamtrap", "spamtrap", ""],
  ["abuse", "abuse", ""],
  ["catch_all", "catch-all", ""],
  ["antispam_system", "unknown", "antispam_system"],
  ["does_not_accept_mail", "invalid", "does_not_accept_mail"],
  ["exception_occurred", "unknown", "exception_occurred"],
  ["failed_smtp_connection", "unknown", "failed_smtp_connection"],
  ["failed_syntax_check", "invalid", "failed_syntax_check"],
  ["forcible_disconnect", "unknown", "forcible_disconnect"],
  ["global_suppression", "do_not_mail", "global_suppression"],
  ["greylisted", "unknown", "greylisted"],
  ["leading_period_removed", "valid", "leading_period_removed"],
  ["mail_server_did_not_respond", "unknown", "mail_server_did_not_respond"],
  ["mail_server_temporary_error", "unknown", "mail_server_temporary_error"],
  ["unknown", "unknown", "mail_server_temporary_error"],
  ["mailbox_quota_exceeded", "invalid", "mailbox_quota_exceeded"],
  ["mailbox_not_found", "invalid", "mailbox_not_found"],
  ["no_dns_entries", "invalid", "no_dns_entries"],
  ["possible_trap", "do_not_mail", "possible_trap"],
  ["possible_typo", "invalid", "possible_typo"],
  ["role_based", "do_not_mail", "role_based"],
  ["timeout_exceeded", "unknown", "timeout_exceeded"],
  ["unroutable_ip_address", "invalid", "unroutable_ip_address"],
  ["free_email", "valid", ""],
  ["role_based_catch_all", "do_not_mail", "role_based_catch_all"],
  ["role_based_accept_all", "valid", "role_based_accept_all"],
  ["accept_all", "valid", "accept_all"],
  ["gold", "valid", "gold"],
  ["aiagentmailbox", "valid", "ai_agent_mailbox"],
];

export const ZEROBOUNCE_KEYS = { good: "zb-good", empty: "zb-empty", wrong: "zb-wrong" };

const BAD_KEY = json(200, { error: "Invalid API key or your account ran out of credits" });

/** Plays ZeroBounce's API v2: validation and the balance. `fault` answers every validation instead. */
export const startZerobounce = (fault?: () => Reply | undefined) =>
  startDouble(({ path, query }) => {
    if (path === "/v2/getcredits") return json(200, { Credits: balance(query.get("api_key")) });
    if (path !== "/v2/validate") return json(404, {});
    return fault?.() ?? validation(query);
  });

const balance = (key: string | null) =>
  key === ZEROBOUNCE_KEYS.good ? "4711" : key === ZEROBOUNCE_KEYS.empty ? "0" : "-1";

function validation(query: Asked["query"]): Reply {
  if (query.get("api_key") !== ZEROBOUNCE_KEYS.good) return BAD_KEY;
  const address = query.get("email");
  if (!address || !query.has("ip_address")) return json(400, {});
  const [localPart, domain] = address.split("@");
  const known = ZEROBOUNCE_SANDBOX.find(([name]) => name === localPart);
  return json(200, {
    address,
    status: known?.[1] ?? "valid",
    sub_status: known?.[2] ?? "",
    free_email: localPart === "free_email",
    did_you_mean: localPart === "possible_typo" ? `possible.typo@${domain}.org` : null,
    account: null,
    domain: null,
    domain_age_days: "9692",
    smtp_provider: "example",
    mx_found: "true",
    mx_record: "mx.example.com",
    catchall_domain: localPart === "known.catchall",
    firstname: "zero",
    lastname: "bounce",
    processed_at: "2023-03-28 12:30:18.990",
  });
}

import { describe, expect, it } from "vitest";
import { EMAIL_REASONS } from "@/lib/standard/values/deliverability";
import { VERDICTS, VERIFIERS, type Verifier, verdictOf } from "./verdicts";

/** What each documents: api-evangelist/zerobounce errors/zerobounce-error-codes.yml (2026-08-13) … */
const ZEROBOUNCE: Record<string, string[]> = {
  valid: `alias_address leading_period_removed alternate gold role_based_accept_all accept_all
    ai_agent_mailbox`.split(/\s+/),
  invalid: `does_not_accept_mail failed_syntax_check possible_typo mailbox_not_found no_dns_entries
    mailbox_quota_exceeded unroutable_ip_address`.split(/\s+/),
  "catch-all": ["ai_agent_mailbox"],
  spamtrap: [],
  abuse: [],
  do_not_mail: `role_based disposable role_based_catch_all mx_forward global_suppression
    possible_trap toxic`.split(/\s+/),
  unknown: `antispam_system exception_occurred failed_smtp_connection forcible_disconnect greylisted
    mail_server_did_not_respond mail_server_temporary_error timeout_exceeded`.split(/\s+/),
};
/** … NeverBounce's result codes (NeverBounceApi-NodeJS, types.ts) … */
const NEVERBOUNCE = { valid: [], invalid: [], disposable: [], catchall: [], unknown: [] };
/** … and Kickbox's reasons by result (docs.kickbox.com/docs/terminology). */
const KICKBOX: Record<string, string[]> = {
  deliverable: ["accepted_email"],
  undeliverable: ["invalid_email", "invalid_domain", "rejected_email", "invalid_smtp"],
  risky: ["low_quality", "low_deliverability"],
  unknown: ["no_connect", "timeout", "unavailable_smtp", "unexpected_error"],
};
const DOCUMENTED: Record<Verifier, Record<string, string[]>> = {
  zerobounce: ZEROBOUNCE,
  neverbounce: NEVERBOUNCE,
  kickbox: KICKBOX,
};
const systems = Object.keys(VERIFIERS) as Verifier[];

describe("C1.4 K.2 the table of verdicts", () => {
  it.each(systems)(
    "has a row for every documented answer of %s, and a last one per state",
    (id) => {
      for (const [state, subStates] of Object.entries(DOCUMENTED[id])) {
        const rows = VERDICTS.filter((row) => row.system === id && row.state === state);
        expect(rows.map((row) => row.subState)).toEqual(expect.arrayContaining(subStates));
        expect(rows.filter((row) => row.subState === null)).toHaveLength(1);
        expect(rows.at(-1)?.subState).toBeNull();
      }
    },
  );

  it.each(systems)("has no state and no row of %s twice", (id) => {
    const rows = VERDICTS.filter((row) => row.system === id);
    const states = new Set(rows.map((row) => row.state));
    expect([...states].toSorted()).toEqual(Object.keys(DOCUMENTED[id]).toSorted());
    expect(new Set(rows.map((row) => `${row.state}/${row.subState}`)).size).toBe(rows.length);
  });

  it("has words for every reason, and tries again exactly where nothing is known", () => {
    for (const row of VERDICTS) {
      expect(EMAIL_REASONS[row.reason]).toMatch(/\.$/);
      expect(row.retry).toBe(row.deliverability === "unknown");
    }
  });

  it("calls nothing deliverable that ends up at a desk or in a domain that takes everything", () => {
    const asked: [Verifier, string, string[]][] = [
      ["zerobounce", "valid", ["role_based_accept_all"]],
      ["zerobounce", "valid", ["accept_all"]],
      ["zerobounce", "valid", ["catchall_domain"]],
      ["zerobounce", "valid", ["gold", "catchall_domain"]],
      ["neverbounce", "valid", ["has_dns", "has_dns_mx", "role_account"]],
      ["neverbounce", "valid", ["smtp_connectable", "accepts_all"]],
      ["kickbox", "deliverable", ["role", "accepted_email"]],
      ["kickbox", "deliverable", ["accept_all", "accepted_email"]],
    ];
    for (const [system, state, subStates] of asked) {
      expect(verdictOf(system, state, subStates)).toMatchObject({ deliverability: "risky" });
    }
  });

  it("takes a sub-state that it does not know for none, and guesses no state", () => {
    expect(verdictOf("zerobounce", "invalid", ["new_in_2027"])).toEqual({
      deliverability: "undeliverable",
      reason: "rejected",
      retry: false,
    });
    expect(verdictOf("zerobounce", "catch_all", [])).toBeNull();
    expect(verdictOf("neverbounce", "5", [])).toBeNull();
  });
});

import { json, type Reply, startDouble } from "./double";

type Row = { result: string; reason: string; sendex: number; flags?: Record<string, boolean> };

/** Kickbox's sandbox: what the local part, or its tag after +, brings back (docs.kickbox.com/docs/sandbox-api). */
export const KICKBOX_SANDBOX: Readonly<Record<string, Row>> = {
  deliverable: { result: "deliverable", reason: "accepted_email", sendex: 1 },
  "rejected-email": { result: "undeliverable", reason: "rejected_email", sendex: 0 },
  "invalid-domain": { result: "undeliverable", reason: "invalid_domain", sendex: 0 },
  "invalid-email": { result: "undeliverable", reason: "invalid_email", sendex: 0 },
  "invalid-smtp": { result: "undeliverable", reason: "invalid_smtp", sendex: 0 },
  "low-quality": { result: "risky", reason: "low_quality", sendex: 0.5, flags: { free: true } },
  "accept-all": {
    result: "risky",
    reason: "low_deliverability",
    sendex: 0.7,
    flags: { accept_all: true },
  },
  role: { result: "risky", reason: "low_quality", sendex: 0.7, flags: { role: true } },
  disposable: {
    result: "risky",
    reason: "low_quality",
    sendex: 0,
    flags: { disposable: true, accept_all: true },
  },
  timeout: { result: "unknown", reason: "timeout", sendex: 0 },
  "unexpected-error": { result: "unknown", reason: "unexpected_error", sendex: 0 },
  "no-connect": { result: "unknown", reason: "no_connect", sendex: 0 },
  "unavailable-smtp": { result: "unknown", reason: "unavailable_smtp", sendex: 0 },
  "did-you-mean": { result: "undeliverable", reason: "rejected_email", sendex: 0 },
};

export const KICKBOX_KEYS = { good: "test_good", wrong: "test_wrong" };

/** Its complaints: status and the two fields of its envelope. */
export const KICKBOX_FAULTS = {
  "a wrong key": json(403, { message: "Invalid API Key", success: false }),
  "an empty account": json(403, { message: "Insufficient balance", success: false }),
  "an empty account, in other words": json(403, { message: "Balance Depleted", success: false }),
  "too many at once": json(429, { message: "Rate Limit Exceeded", success: false }),
  "no address": json(400, { message: "Missing email", success: false }),
} as const;

/** Plays Kickbox's API v2 under a sandbox key. `fault` answers instead. */
export const startKickbox = (fault?: () => Reply | undefined) =>
  startDouble(({ path, query, headers }) => {
    if (path !== "/v2/verify") return json(404, {});
    const wrong = fault?.();
    if (wrong) return wrong;
    if (headers.authorization !== `token ${KICKBOX_KEYS.good}`)
      return KICKBOX_FAULTS["a wrong key"];
    const email = query.get("email");
    return email ? verification(email) : KICKBOX_FAULTS["no address"];
  });

function verification(email: string): Reply {
  const [localPart = "", domain = ""] = email.split("@");
  const trigger = localPart.split("+").at(-1) ?? "";
  if (trigger === "insufficient-balance") return KICKBOX_FAULTS["an empty account"];
  const row = KICKBOX_SANDBOX[trigger] ?? KICKBOX_SANDBOX.deliverable;
  const { result, reason, sendex, flags } = row as Row;
  const answer = {
    result,
    reason,
    role: false,
    free: false,
    disposable: false,
    accept_all: false,
    ...flags,
    did_you_mean: trigger === "did-you-mean" ? `meant@${domain}` : null,
    sendex,
    email,
    user: localPart,
    domain,
    success: true,
    message: null,
  };
  return json(200, answer, { "x-kickbox-balance": "3333" });
}

import { json, type Reply, startDouble } from "./double";

export const NEVERBOUNCE_KEYS = {
  good: "secret_good",
  empty: "secret_empty",
  wrong: "secret_wrong",
};

/** Its failures, all with HTTP status 200 (its SDKs' ErrorType; temp_unavail from its documentation). */
export const NEVERBOUNCE_FAULTS = {
  auth_failure: fault("auth_failure", "Invalid API key 'secret_wrong'"),
  throttle_triggered: fault("throttle_triggered", "The request was rejected due to rate limiting"),
  temp_unavail: fault("temp_unavail", "Something went wrong on our end"),
  bad_referrer: fault("bad_referrer", "The referrer is not trusted"),
  general_failure: fault("general_failure", "Missing required parameter 'email'"),
  "no credits": fault("general_failure", "Insufficient credit balance for ingrid@acme.example"),
} as const;

function fault(status: string, message: string): Reply {
  return json(200, { status, message, execution_time: 5 });
}

/**
 * Plays NeverBounce's API v4.2. It has no public sandbox: here the address says what comes back,
 * its result and flags joined by plus signs (`invalid+bad_syntax@…`); anything else is valid.
 */
export const startNeverbounce = (broken?: () => Reply | undefined) =>
  startDouble(({ path, method, body }) => {
    if (path !== "/v4.2/single/check" || method !== "POST") return json(404, {});
    const { key = "", email = "" } = (body ?? {}) as { key?: string; email?: string };
    const wrong = broken?.();
    if (wrong) return wrong;
    if (key === NEVERBOUNCE_KEYS.empty) return NEVERBOUNCE_FAULTS["no credits"];
    if (key !== NEVERBOUNCE_KEYS.good) return NEVERBOUNCE_FAULTS.auth_failure;
    return check(email);
  });

const RESULTS = ["valid", "invalid", "disposable", "catchall", "unknown"];

function check(email: string): Reply {
  const [said = "", ...flags] = (email.split("@")[0] ?? "").split("+");
  const result = RESULTS.includes(said) ? said : "valid";
  return json(200, {
    status: "success",
    result,
    flags: ["has_dns", "has_dns_mx", ...flags],
    suggested_correction: flags.includes("spelling_mistake") ? "ingrid@gmail.com" : "",
    credits_info: {
      paid_credits_used: 1,
      free_credits_used: 0,
      paid_credits_remaining: 90,
      free_credits_remaining: 9,
    },
    execution_time: 350,
  });
}

/** Names of members whose values open something or prove something. */
const TELLTALE =
  /secret|token|passw|authori[sz]ation|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|write[-_ ]?key|signature|credential|cookie|session[-_ ]?id|^(sig|hmac|pin|pwd|otp)$/i;
/** Values that are keys wherever they stand: Standard Webhooks' secrets, HTTP's credentials, JWTs, our own. */
const KEY_LIKE =
  /\b(whsec_[\w+/=]{8,}|baton_(api|write)_\w{8,}|sk_(live|test)_\w{8,}|(Bearer|Basic)\s+[\w.~+/=-]{8,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+)/gi;
/** Parameters of an address that open something: `?token=…`. */
const IN_ADDRESS = /([?&#](?:[\w-]*(?:token|secret|key|signature|password|auth)|sig)=)[^&#\s"]+/gi;

/** What stands in place of what is not to be seen. */
export const MASK = "(masked)";

const inText = (text: string) => text.replace(KEY_LIKE, MASK).replace(IN_ADDRESS, `$1${MASK}`);

function masked(value: unknown): unknown {
  if (typeof value === "string") return inText(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      TELLTALE.test(name) && inner !== null && inner !== "" ? MASK : masked(inner),
    ]),
  );
}

/** A payload for people to read: its JSON with indents, secrets and signatures masked. */
export function maskedPayload(body: string): string {
  try {
    return JSON.stringify(masked(JSON.parse(body)), null, 2);
  } catch {
    return inText(body);
  }
}

/** Names of members whose values open something or prove something. */
const TELLTALE =
  /secret(?!ar)|token|passw|authori[sz]ation|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|write[-_ ]?key|signature|credential|cookie|session[-_ ]?id|^(key|sig|hmac|pin|pwd|otp)$/i;
/** The same where they are a word of the name, as in `smtpPass`; within a word they say nothing. */
const TELLTALE_WORDS: readonly string[] = ["pass", "passphrase", "pwd", "auth", "jwt", "bearer"];
/**
 * Values that are keys wherever they stand: Standard Webhooks' secrets, HTTP's credentials, tokens of
 * HubSpot, Slack and Pipedrive (40 hexadecimal digits), sessions of Salesforce, our own.
 */
const KEY_LIKE = new RegExp(
  [
    String.raw`\b(?:whsec_[\w+/=]{8,}|baton_(?:api|write)_\w{8,}|sk_(?:live|test)_\w{8,})`,
    String.raw`\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}`,
    String.raw`\bpat-[a-z]{2,4}\d{0,2}-[\w-]{16,}|\bxox[a-z]-[\w-]{8,}`,
    String.raw`\b00D\w{9,15}![\w.]{8,}|\b[0-9a-f]{40}\b`,
  ].join("|"),
  "gi",
);
/** Parameters of an address that open something: `?token=…`. */
const IN_ADDRESS =
  /([?&#](?:[\w-]*(?:token|secret|key|signature|password|auth|jwt)|sig|pass|pwd)=)[^&#\s"]+/gi;
/** Who signs in, within an address: `https://user:password@…`. */
const SIGNS_IN = /(\b[a-z][\w+.-]{1,20}:\/\/)[^\s/?#@":]*:[^\s/?#@"]*@/gi;

/** Three words or more with dots between; begun at a word's start only, so that none is gone over again. */
const DOTTED = /(?<![\w-])[\w-]+(?:\.[\w-]+){2,}/g;
/** The first part of a JWT: JSON in base64, which begins with `{"` (RFC 7519). */
const JWT_BEGINS = /\beyJ[\w-]{8}/i;

/** What stands in place of what is not to be seen. */
export const MASK = "(masked)";

/** Dotted words with each JWT among them masked: a head, claims and a signature. */
function withoutJwt(dotted: string): string {
  const parts = dotted.split(".");
  const shown: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    const begins = at + 2 < parts.length ? part.search(JWT_BEGINS) : -1;
    const isJwt = begins >= 0 && (parts[at + 1] ?? "").length >= 8;
    shown.push(isJwt ? part.slice(0, begins) + MASK : part);
    if (isJwt) at += 2;
  }
  return shown.join(".");
}

const inText = (text: string) =>
  text
    .replace(SIGNS_IN, `$1${MASK}@`)
    .replace(IN_ADDRESS, `$1${MASK}`)
    .replace(KEY_LIKE, MASK)
    .replace(DOTTED, withoutJwt);

const wordsOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);
const isTelltale = (name: string) =>
  TELLTALE.test(name) || wordsOf(name).some((word) => TELLTALE_WORDS.includes(word));

/** JSON that is told as a text holds members as well; what needs no mask stays as it was written. */
function inString(text: string): string {
  if (!/^\s*[[{]/.test(text)) return inText(text);
  try {
    const inner: unknown = JSON.parse(text);
    const hidden = JSON.stringify(masked(inner));
    return hidden === JSON.stringify(inner) ? text : hidden;
  } catch {
    return inText(text);
  }
}

function masked(value: unknown): unknown {
  if (typeof value === "string") return inString(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isTelltale(name) && inner !== null && inner !== "" ? MASK : masked(inner),
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

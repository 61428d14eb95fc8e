import { createHmac } from "node:crypto";
import { sameSignature } from "../../senders/same-signature";
import type { Proof } from "../../senders/sender";

/** HubSpot's own window, either way. */
const TOLERANCE_MS = 300_000;

/** What HubSpot decodes in an address before it signs; nothing else, so not %20, %26 or %3D. */
const DECODED: Readonly<Record<string, string>> = {
  "%3A": ":",
  "%2F": "/",
  "%3F": "?",
  "%40": "@",
  "%21": "!",
  "%24": "$",
  "%27": "'",
  "%28": "(",
  "%29": ")",
  "%2A": "*",
  "%2C": ",",
  "%3B": ";",
};
const asSigned = (address: string) =>
  address.replace(/%[0-9A-F]{2}/gi, (code) => DECODED[code.toUpperCase()] ?? code);

/** What was sent, to which of our public addresses, and when in HubSpot's words (ms). */
type SignedCall = { method: string; address: string; body: Uint8Array; timestamp: string };

/**
 * HubSpot's v3 signature: base64 of HMAC-SHA256 over method, public address, raw body and time
 * (https://developers.hubspot.com/docs/guides/apps/authentication/validating-requests).
 */
export function hubspotSignature(
  secret: string,
  { method, address, body, timestamp }: SignedCall,
): string {
  const signed = createHmac("sha256", secret).update(method).update(asSigned(address));
  return signed.update(body).update(timestamp).digest("base64");
}

/**
 * Proves a call of HubSpot's, in a time that tells nothing; not by the library's own
 * `Signature.isValid`, which compares with ===, takes a time an hour ahead, and one that is no number.
 */
export function provedByHubspot(
  { headers, ...call }: Omit<SignedCall, "timestamp"> & { headers: Headers },
  secret: string | undefined,
  now: Date,
): Proof {
  const given = headers.get("x-hubspot-signature-v3");
  const timestamp = headers.get("x-hubspot-request-timestamp");
  if (!given || !timestamp) {
    const missing = given ? "X-HubSpot-Request-Timestamp" : "X-HubSpot-Signature-v3";
    return { ok: false, status: 400, reason: `The header ${missing} is missing.` };
  }
  if (!/^\d{12,14}$/.test(timestamp))
    return { ok: false, status: 400, reason: "X-HubSpot-Request-Timestamp is no time in ms." };
  if (!secret)
    return {
      ok: false,
      status: 401,
      reason: "This connection has no client secret to prove it by.",
    };
  if (!sameSignature(given, hubspotSignature(secret, { ...call, timestamp })))
    return { ok: false, status: 401, reason: "The signature is not this connection's." };
  if (Math.abs(now.getTime() - Number(timestamp)) > TOLERANCE_MS)
    return { ok: false, status: 401, reason: "The timestamp is more than five minutes off." };
  return { ok: true, key: given };
}

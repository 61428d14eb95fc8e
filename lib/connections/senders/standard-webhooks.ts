import { createHmac } from "node:crypto";
import { sameSignature } from "./same-signature";
import type { Proof, WebhookCall } from "./sender";

const TOLERANCE_SECONDS = 300;
/** A part that has a signature of another version is passed over, as the specification asks. */
const VERSION = "v1,";

/** The key of a secret as both sides write it: base64, with or without `whsec_`. Null for none. */
export function keyOfSecret(secret: string): Buffer | null {
  const text = secret.replace(/^whsec_/, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const key = Buffer.from(text, "base64");
  return key.length > 0 ? key : null;
}

/** `v1,…` for a message: HMAC-SHA256 over id, timestamp in seconds and the raw body. */
export function standardSignature(
  key: Buffer,
  { id, timestamp, body }: { id: string; timestamp: string; body: Uint8Array },
): string {
  const signed = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body);
  return `${VERSION}${signed.digest("base64")}`;
}

/**
 * Proves a call by Standard Webhooks (https://www.standardwebhooks.com, its reference libraries'
 * vectors): any of several signatures will do, while a secret is replaced; not more than five
 * minutes before or after `now`. The id is the same over all tries.
 */
export function proveStandard(
  { headers, body }: WebhookCall,
  secret: string | undefined,
  now: Date,
): Proof {
  const of = (name: string) => headers.get(`webhook-${name}`) ?? headers.get(`svix-${name}`) ?? "";
  const [id, timestamp, signatures] = [of("id"), of("timestamp"), of("signature")];
  const missing = [
    ["webhook-id", id],
    ["webhook-timestamp", timestamp],
    ["webhook-signature", signatures],
  ].find(([, value]) => !value);
  if (missing) return { ok: false, status: 400, reason: `The header ${missing[0]} is missing.` };
  if (id.length > 200)
    return { ok: false, status: 400, reason: "The header webhook-id is too long." };
  const key = keyOfSecret(secret ?? "");
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Number.isNaN(seconds))
    return { ok: false, status: 400, reason: "The header webhook-timestamp is no number." };
  const ours = key && standardSignature(key, { id, timestamp, body });
  if (!ours || !signatures.split(" ").some((given) => sameSignature(given, ours)))
    return { ok: false, status: 401, reason: "The signature is not this connection's." };
  if (Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_SECONDS)
    return { ok: false, status: 401, reason: "The timestamp is more than five minutes off." };
  return { ok: true, key: id };
}

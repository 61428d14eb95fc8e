import { randomBytes } from "node:crypto";
import { keyOfSecret, standardSignature } from "../senders/standard-webhooks";

/** A new secret as both sides write it. Standard Webhooks asks for 24 to 64 bytes. */
export const newHookSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/**
 * The header fields that prove a body (Standard Webhooks), one signature for each secret in force with
 * spaces between. `id` is the same over all tries, so that a repetition is recognised; `now` is the
 * moment of this one. Throws where a secret holds no key.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, body }: { id: string; body: string },
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = keyOfSecret(secret);
    if (!key) throw new Error("A hook's secret holds no key.");
    return standardSignature(key, { id, timestamp, body: Buffer.from(body) });
  });
  const signature = signatures.join(" ");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
}

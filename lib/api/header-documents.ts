import { LIMIT } from "@/lib/access/keys/limit";

const text = (description: string, example: string) => ({
  description,
  schema: { type: "string" },
  example,
});

/** The header fields of answers that have a name of their own in the description. */
export const HEADERS = {
  "RateLimit-Policy": text(
    "How many requests a key may make (`q`) in how many seconds (`w`)",
    `"key";q=${LIMIT.requests};w=${LIMIT.seconds}`,
  ),
  RateLimit: text(
    "How many are left (`r`), and in how many seconds it begins anew (`t`)",
    `"key";r=${LIMIT.requests - 1};t=${LIMIT.seconds}`,
  ),
};

/** What every answer to a known key carries, unless Baton itself fails. */
export const LIMIT_HEADERS = Object.fromEntries(
  Object.keys(HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

/** The header field by which a request is answered once. */
export const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A text of your own, up to 255 characters, one for each request: sent again with the same body within a day it gets the same answer",
  schema: { type: "string", maxLength: 255 },
};

/** The header fields that prove an event to a hook's target (Standard Webhooks). */
export const HOOK_HEADERS = [
  ["webhook-id", "The same over all tries of one event, so that a repetition is recognised"],
  ["webhook-timestamp", "When this try was made, in seconds since 1970"],
  ["webhook-signature", "`v1,` and HMAC-SHA256 over id, timestamp and body, in base64"],
].map(([name, description]) => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string" },
}));

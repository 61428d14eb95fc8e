import { createHash, createHmac } from "node:crypto";
import { readMautic } from "./mautic-events";
import { sameSignature } from "./same-signature";
import type { SenderSystem } from "./sender";

const SHORTEST_SECRET = 8;

/**
 * Mautic's webhooks: `Webhook-Signature` is base64 of HMAC-SHA256 over the raw body, which PHP wrote
 * (https://docs.mautic.org/en/latest/webhooks). It has no time and no id: a replay cannot be told
 * from a retry, so the same bytes are taken once.
 */
export const mautic: SenderSystem = {
  id: "mautic",
  label: "Mautic",
  settings: [{ key: "secret", label: "Secret", secret: true }],
  source: "map",
  wrong: (key, value) =>
    key === "secret" && value.length < SHORTEST_SECRET
      ? `is shorter than ${SHORTEST_SECRET} characters`
      : null,
  prove: ({ headers, body }, { secret }) => {
    const given = headers.get("webhook-signature");
    if (!given) return { ok: false, status: 400, reason: "Webhook-Signature is missing." };
    const ours = secret && createHmac("sha256", secret).update(body).digest("base64");
    if (!ours || !sameSignature(given, ours))
      return { ok: false, status: 401, reason: "The signature is not this connection's." };
    return { ok: true, key: createHash("sha256").update(body).digest("hex") };
  },
  read: readMautic,
};

import { type Reply, startDouble } from "./double";

const text = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  body,
  headers: { "content-type": "text/html", ...headers },
});

/** A webhook as Slack gives one out. */
export const SLACK_PATH = "/services/T0BATON/B0SALES/notarealsecretofanybody";

/** Its errors: a status and one word (docs.slack.dev, incoming webhooks, handling errors). */
export const SLACK_FAULTS = {
  "a message it cannot read": text(400, "invalid_payload"),
  "forbidden by an administrator": text(403, "action_prohibited"),
  "a channel that is gone": text(404, "channel_not_found"),
  "a webhook that was removed": text(404, "no_service"),
  "an archived channel": text(410, "channel_is_archived"),
  "too many at once": text(429, "rate_limited", { "retry-after": "30" }),
  "a fault of its own": text(500, "rollup_error"),
} as const satisfies Record<string, Reply>;

type Payload = { text?: unknown; blocks?: { type: string; text?: { text?: string } }[] };

/** Plays hooks.slack.com: refuses what is no message, or longer than its blocks may be. */
export const startSlack = () =>
  startDouble(({ method, path, headers, body }) => {
    if (method !== "POST" || path !== SLACK_PATH) return text(404, "no_service");
    if (!headers["content-type"]?.startsWith("application/json")) return text(400, "no_text");
    const { text: fallback, blocks = [] } = (body ?? {}) as Payload;
    const tooLong = blocks.some(({ type, text: shown }) => {
      const { length } = shown?.text ?? "";
      return length < 1 || length > (type === "header" ? 150 : 3_000);
    });
    if (typeof fallback !== "string" || tooLong) return text(400, "invalid_payload");
    return text(200, "ok");
  });

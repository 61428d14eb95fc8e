import { call, isFailed, type Reply, unreadable } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { entryOf } from "@/lib/platform/entry-of";
import { shortened } from "@/lib/platform/shown-text";
import { type Delivery, givenUp, type Message } from "./channel";
import { mayPass, webhookChannel } from "./webhook-channel";

/** https://docs.slack.dev/reference/block-kit/blocks/header-block, .../composition-objects/text-object */
const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3_000;

/** Slack's incoming webhooks: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slack = webhookChannel({
  id: "slack",
  label: "Slack",
  hosts: /^hooks\.slack(-gov)?\.com$/,
  example: "https://hooks.slack.com/services/T000/B000/XXXX",
  post,
});

async function post(url: URL, message: Message, signal: AbortSignal): Promise<Delivery> {
  const reply = await call(url, { method: "POST", body: payloadOf(message) }, signal);
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return refused(reply);
  // Slack says 'ok'; a proxy's page has the same status, and nobody was told.
  return reply.text.trim() === "ok" ? { delivered: true } : unreadable();
}

/**
 * Plain text blocks, which Slack does not read as markup, and one line of markup that holds nothing
 * but our own link. `text` is what a desktop notification shows.
 */
function payloadOf({ to, title, lines, link }: Message) {
  const plain = (text: string, longest: number) => ({
    type: "plain_text",
    text: shortened(text, longest - 1),
    emoji: false,
  });
  return {
    text: escaped(`${title} (${to.name})`),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plain(title, LONGEST_HEADER) },
      { type: "section", text: plain([`For ${to.name}`, ...lines].join("\n"), LONGEST_TEXT) },
      {
        type: "section",
        text: { type: "mrkdwn", verbatim: true, text: `<${link.url}|${escaped(link.text)}>` },
      },
    ],
  };
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping: no mention, no link is left. */
const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const SAYS: Readonly<Record<string, string>> = {
  channel_is_archived: "The channel is archived",
  channel_not_found: "The channel is gone",
  no_service: "The webhook was switched off or removed",
  no_service_id: "The webhook was switched off or removed",
  no_team: "The workspace is gone",
  team_disabled: "The workspace is disabled",
  invalid_token: "The webhook is not accepted",
  action_prohibited: "An administrator forbids posting there",
  posting_to_general_channel_denied: "Only some may post to the general channel",
  user_not_found: "The person that it posts to is gone",
  invalid_payload: "Slack cannot read the message",
};

/** Slack's errors are a status and one word of plain text. Those of a caller stay what they are. */
function refused(reply: Reply): Delivery {
  const code = reply.text.trim();
  const failure = refusal(reply, code);
  const said = entryOf(SAYS, code);
  const told = said ? { ...failure, words: `${said} (${reply.status}, ${code}).` } : failure;
  return mayPass(reply) ? told : givenUp(told);
}

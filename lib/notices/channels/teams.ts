import { call, isFailed, type Reply, unreadable } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { shortened } from "@/lib/platform/shown-text";
import { type Delivery, givenUp, type Message } from "./channel";
import { mayPass, webhookChannel } from "./webhook-channel";

/** Teams refuses messages over 28 kB; ours are far smaller, whatever a lead is called. */
const LONGEST_LINE = 500;
const TAKEN = 202;

/**
 * A workflow 'Post to a channel when a webhook request is received':
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export const teams = webhookChannel({
  id: "teams",
  label: "Microsoft Teams",
  /** Where Power Automate takes what a workflow waits for; the first is being moved to the second. */
  hosts: /\.(logic\.azure\.com|api\.powerplatform\.com)$/,
  example: "https://prod-12.westeurope.logic.azure.com/workflows/…",
  post,
});

/**
 * 202: the workflow has taken it on. Whether it then posts, only its own run history tells. A page is no
 * answer of a workflow's, but a proxy's.
 */
async function post(url: URL, message: Message, signal: AbortSignal): Promise<Delivery> {
  const reply = await call(
    url,
    { method: "POST", body: payloadOf(message), doneBy: TAKEN },
    signal,
  );
  if (isFailed(reply)) return reply;
  if (reply.status !== 200) return reply.status === TAKEN ? { delivered: true } : refused(reply);
  return reply.headers.get("content-type")?.includes("html") ? unreadable() : { delivered: true };
}

/** Text runs, which unlike text blocks are never read as Markdown; nothing in them is a link. */
function payloadOf({ to, title, lines, link }: Message) {
  const line = (text: string, look: object = {}) => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text: shortened(text, LONGEST_LINE), ...look }],
  });
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          fallbackText: shortened(title, LONGEST_LINE),
          body: [
            line(title, { weight: "Bolder", size: "Medium" }),
            line(`For ${to.name}`, { isSubtle: true }),
            ...lines.map((text) => line(text)),
          ],
          actions: [{ type: "Action.OpenUrl", title: link.text, url: link.url }],
        },
      },
    ],
  };
}

/** Its errors are JSON with a code, such as 'WorkflowTriggerIsNotEnabled'. */
function refused(reply: Reply): Delivery {
  const failure = refusal(reply, codeOf(reply.json));
  if (mayPass(reply)) return failure;
  if (reply.status === 404 || reply.status === 410)
    return givenUp({
      ...failure,
      words: `The workflow is gone or switched off (${reply.status}).`,
    });
  return givenUp(failure);
}

function codeOf(json: unknown): string | undefined {
  const error = (json as { error?: { code?: unknown } } | undefined)?.error;
  return typeof error?.code === "string" ? error.code : undefined;
}

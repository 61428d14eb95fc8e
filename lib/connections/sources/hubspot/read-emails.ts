import { z } from "zod";
import { type Failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { idText, itemsOf, wholeNumber } from "../items";
import { readableActivity } from "../readable";
import type { SourcePage, SourceQuestion } from "../source";
import { timeOf } from "../their-time";
import { afterWindow, halfOf, windowAt } from "../window";
import { askHubspot, type HubspotApi } from "./ask";

/** A page of a thousand, which HubSpot allows, may be larger than what we read of one reply. */
const PAGE = 300;
/** Campaigns whose subjects one page asks for; those of the others come with a later page. */
const CAMPAIGNS_MOST = 20;

const KINDS = {
  DELIVERED: "email_delivered",
  OPEN: "email_opened",
  CLICK: "email_clicked",
} as const;

const emailEvents = z.object({
  events: z.array(z.unknown()),
  hasMore: z.boolean(),
  offset: z.string().nullish(),
});
const text = z.string().nullish().catch(null);
const emailEvent = z.object({
  id: idText,
  created: wholeNumber,
  type: z.string(),
  recipient: text,
  emailCampaignId: wholeNumber.nullish().catch(null),
  subject: text,
  url: text,
  userAgent: text,
});
type EmailEvent = z.infer<typeof emailEvent>;

const campaign = z.object({ subject: z.string().nullish(), name: z.string().nullish() });

/**
 * A page of what became of marketing mails, newest first within its window
 * (GET /email/public/v1/events). An event is one by its id and its time together. What the account
 * itself filters out, such as its own staff, is not asked for.
 */
export async function readEmails(
  api: HubspotApi,
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = windowAt(position, now);
  const query = {
    startTimestamp: String(at.from),
    endTimestamp: String(at.to),
    limit: String(PAGE),
    excludeFilteredEvents: "true",
    offset: at.token,
  };
  const reply = await askHubspot(api, "/email/public/v1/events", { query }, signal);
  if (isFailed(reply)) {
    // Its offsets are 'meant to be short-lived'; one that is not taken any more is no failure.
    const stale = at.token !== null && reply.cause === "refused" && !reply.scopes;
    return stale ? { ...empty, position: halfOf(at), more: true, until: null } : reply;
  }
  const page = emailEvents.safeParse(reply.json).data;
  if (!page) return unreadable();
  const refused: string[] = [];
  const events = itemsOf(emailEvent, page.events, refused);
  const wanted = events.filter(({ type, recipient }) => Object.hasOwn(KINDS, type) && recipient);
  const subjects = await subjectsOf(api, wanted, signal);
  if (!(subjects instanceof Map)) return subjects;
  const activities = wanted.flatMap((event) => {
    const subject = event.subject ?? subjects.get(event.emailCampaignId ?? 0);
    return readableActivity(activityOf(event, subject), refused) ?? [];
  });
  const passedOver = events.length - wanted.length;
  const next = afterWindow(
    at,
    page.hasMore ? (page.offset ?? null) : null,
    now,
    timeOf(reply, now),
  );
  return { records: [], activities, refused, passedOver, ...next };
}

const empty = { records: [], activities: [], refused: [], passedOver: 0 };

function activityOf(event: EmailEvent, subject: string | undefined) {
  const { id, created, type, recipient, emailCampaignId, url, userAgent } = event;
  const kind = KINDS[type as keyof typeof KINDS];
  return {
    id: `hubspot-email-${id}-${created}`,
    leadEmail: recipient,
    kind,
    occurredAt: new Date(created).toISOString(),
    messageId: `hubspot-${emailCampaignId ?? id}`,
    subject,
    userAgent,
    ...(kind === "email_clicked" ? { url } : {}),
  };
}

/** Only some events bring their mail's subject; its campaign has it. */
async function subjectsOf(
  api: HubspotApi,
  events: readonly EmailEvent[],
  signal: AbortSignal,
): Promise<Map<number, string> | Failed> {
  const known = new Map<number, string>();
  for (const { emailCampaignId, subject } of events)
    if (emailCampaignId && subject) known.set(emailCampaignId, subject);
  const unknown = new Set(events.map(({ emailCampaignId }) => emailCampaignId ?? 0));
  const asked = [...unknown].filter((one) => one > 0 && !known.has(one)).slice(0, CAMPAIGNS_MOST);
  // Side by side: where HubSpot is slow, one after another would never be done within a page's time.
  const ask = async (id: number) =>
    [id, await askHubspot(api, `/email/public/v1/campaigns/${id}`, {}, signal)] as const;
  for (const [id, reply] of await Promise.all(asked.map(ask))) {
    // A campaign that was deleted leaves its events without a subject.
    if (isFailed(reply)) {
      if (reply.cause === "refused") continue;
      return reply;
    }
    const told = campaign.safeParse(reply.json).data;
    const words = told?.subject || told?.name;
    if (words) known.set(id, words);
  }
  return known;
}

import { type Failed, isFailed } from "@/lib/enrichment/http/http";
import { ADDRESS_SETTING, hostOf } from "@/lib/enrichment/http/http-settings";
import type { SenderSystem } from "../../senders/sender";
import { leaveOutSetting, streamsRead, wrongLeaveOut } from "../leave-out";
import type { SourceGiven, SourceQuestion, SourceReach, SourceSystem } from "../source";
import { askHubspot, type HubspotApi } from "./ask";
import { unreadForms } from "./form-round";
import { type ContactReading, readCompanies, readContacts } from "./read-contacts";
import { readEmails } from "./read-emails";
import { readForms } from "./read-forms";
import { readPageViews } from "./read-pages";
import { provedByHubspot } from "./signature";
import { hubspotEvents, readHubspotEvent } from "./webhook-events";

const STREAMS = [
  { id: "contacts", holds: "contacts" },
  { id: "companies", holds: "companies" },
  { id: "forms", holds: "form submissions" },
  { id: "emails", holds: "email events" },
  { id: "pages", holds: "page views" },
] as const;
type StreamId = (typeof STREAMS)[number]["id"];

const READERS = {
  contacts: readContacts,
  companies: readCompanies,
  forms: readForms,
  emails: readEmails,
  pages: readPageViews,
} as const satisfies Record<StreamId, typeof readContacts>;

/** The least that can be asked of each stream, which tells whether it may be read. */
const PROBES: Readonly<
  Record<StreamId, { path: string; query?: Record<string, string>; body?: object }>
> = {
  contacts: { path: "/crm/v3/objects/contacts/search", body: { limit: 1 } },
  companies: { path: "/crm/v3/objects/companies/search", body: { limit: 1 } },
  forms: { path: "/marketing/v3/forms", query: { limit: "1" } },
  emails: { path: "/email/public/v1/events", query: { limit: "1" } },
  pages: { path: "/events/v3/events", query: { eventType: "e_visited_page", limit: "1" } },
};

const LONGEST_STAGES = /^[\w-]{1,60}(\s*,\s*[\w-]{1,60}){0,19}$/;
const stagesOf = (text: unknown) =>
  String(text ?? "")
    .split(",")
    .map((stage) => stage.trim())
    .filter(Boolean);

function readingOf({ settings, secrets, connectionId }: SourceGiven): ContactReading {
  return {
    host: hostOf(settings, "https://api.hubapi.com"),
    token: secrets.accessToken ?? "",
    connectionId,
    stages: stagesOf(settings.stages),
    withCompanies: streamsRead({ streams: STREAMS }, settings).some(({ id }) => id === "companies"),
  };
}

async function lacks(
  api: HubspotApi,
  settings: SourceGiven["settings"],
  signal: AbortSignal,
): Promise<string[] | Failed> {
  const missing: string[] = [];
  for (const { id, holds } of streamsRead({ streams: STREAMS }, settings)) {
    const { path, ...question } = PROBES[id as StreamId];
    const reply = await askHubspot(api, path, question, signal);
    if (!isFailed(reply)) continue;
    if (!reply.scopes) return reply;
    const scopes = reply.scopes.join(" or ");
    missing.push(`The scope ${scopes} is missing, so ${holds} cannot be read.`);
  }
  return missing;
}

function reach(given: SourceGiven): SourceReach {
  const reading = readingOf(given);
  return {
    lacks: (signal) => lacks(reading, given.settings, signal),
    read: (question: SourceQuestion, signal) =>
      READERS[question.stream as StreamId](reading, question, signal),
  };
}

/**
 * HubSpot, both ways in: its webhooks (v3) say that something changed, and what it is now is read,
 * as is all that was there before and what no webhook tells: forms, mails, pages.
 */
export const hubspot: SenderSystem & SourceSystem = {
  id: "hubspot",
  label: "HubSpot",
  settings: [
    { key: "accessToken", label: "Private app access token", secret: true },
    { key: "clientSecret", label: "Client secret, for its webhooks", secret: true, optional: true },
    { key: "stages", label: "Only these lifecycle stages", secret: false, optional: true },
    leaveOutSetting(STREAMS),
    ADDRESS_SETTING,
  ],
  needs:
    "It needs a private app’s token with crm.objects.contacts.read, crm.objects.companies.read, forms, content for mails and event-detail-read for page views.",
  source: "map",
  crm: "hubspot_crm",
  streams: STREAMS,
  wrong: (key, value) =>
    key === "stages" && !LONGEST_STAGES.test(value)
      ? "is not a list such as lead, marketingqualifiedlead"
      : wrongLeaveOut(STREAMS, key, value),
  provenBy: "clientSecret",
  prove: (call, { clientSecret }, now) =>
    provedByHubspot({ ...call, method: "POST" }, clientSecret, now),
  events: hubspotEvents,
  read: readHubspotEvent,
  reach,
  unread: unreadForms,
};

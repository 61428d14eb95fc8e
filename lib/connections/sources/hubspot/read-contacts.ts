import { type Failed, isFailed } from "@/lib/enrichment/http/http";
import type { Json } from "@/lib/standard/field";
import { type SourcePage, type SourceQuestion, UNTOLD } from "../source";
import { timeOf } from "../their-time";
import { askHubspot, type HubspotApi, type HubspotFailed } from "./ask";
import {
  COMPANY_CHANGED,
  COMPANY_PROPERTIES,
  CONTACT_CHANGED,
  CONTACT_PROPERTIES,
  contactRecord,
} from "./contact";
import { type HubspotObject, objectsOf, timesOf } from "./objects";
import { afterLooking, searchFrom, searchQuestion } from "./search";
import { withoutOurs } from "./without-ours";

/** How contacts are read: of which connection, and only those in certain stages. */
export type ContactReading = HubspotApi & {
  connectionId: string;
  /** Lifecycle stages in HubSpot's own words; empty for all. */
  stages: readonly string[];
  withCompanies: boolean;
};

type Seen = { objects: HubspotObject[]; position: Json | null; more: boolean; until: Date | null };

const isBad = (one: object): one is HubspotFailed => "answer" in one;

/** A page of contacts with their companies: those that are said to have changed, or the next ones. */
export async function readContacts(
  reading: ContactReading,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const { stages } = reading;
  const only = stages.length
    ? [{ propertyName: "lifecyclestage", operator: "IN", values: [...stages] }]
    : [];
  const asked = { changed: CONTACT_CHANGED, properties: CONTACT_PROPERTIES, only };
  const seen = await objectsSeen(reading, "contacts", asked, question, signal);
  if (isBad(seen)) return seen;
  const wanted = seen.objects.filter(
    ({ properties }) => !stages.length || stages.includes(properties.lifecyclestage ?? ""),
  );
  const companies = await companiesOf(reading, wanted, signal);
  if (isBad(companies)) return companies;
  const ours = (await question.ours?.(wanted.map(({ id }) => id))) ?? new Map();
  const records = wanted.map((contact) => {
    const company = companies.get(contact.properties.associatedcompanyid ?? "");
    const said = withoutOurs(contact, ours.get(contact.id));
    return contactRecord(said, company, reading.connectionId);
  });
  const { position, more, until } = seen;
  const gone = question.changed.length > 0 ? question.changed.length - seen.objects.length : 0;
  const passedOver = seen.objects.length - wanted.length + Math.max(gone, 0);
  return { records, activities: [], refused: [], passedOver, position, more, until };
}

/** A page of companies: they are no leads, but their contacts are read again. */
export async function readCompanies(
  reading: HubspotApi,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const asked = { changed: COMPANY_CHANGED, properties: COMPANY_PROPERTIES };
  const seen = await objectsSeen(reading, "companies", asked, question, signal);
  if (isBad(seen)) return seen;
  const { objects, position, more, until } = seen;
  const records = timesOf(objects, COMPANY_CHANGED).map(({ id, changedAt }) => ({
    id,
    changedAt: changedAt ?? UNTOLD,
  }));
  const renews = { stream: "contacts", parentIds: objects.map(({ id }) => id) };
  const nothing = { activities: [], refused: [], passedOver: 0 };
  return { ...nothing, records, position, more, until, renews };
}

type Asked = Parameters<typeof searchQuestion>[1];

/** HubSpot leaves deleted ones out of a batch (207), so fewer may come than were asked for. */
async function objectsSeen(
  api: HubspotApi,
  kind: "contacts" | "companies",
  asked: Asked,
  { changed, position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<Seen | HubspotFailed> {
  if (changed.length > 0) {
    const objects = await batchOf(api, kind, changed, asked.properties, signal);
    return isBad(objects) ? objects : { objects, position, more: true, until: null };
  }
  const at = searchFrom(position);
  const body = searchQuestion(at, asked);
  const reply = await askHubspot(api, `/crm/v3/objects/${kind}/search`, { body }, signal);
  if (isFailed(reply)) return reply;
  const objects = objectsOf(reply);
  if (isBad(objects)) return objects;
  const next = afterLooking(at, timesOf(objects, asked.changed), timeOf(reply, now));
  return { objects, ...next };
}

async function batchOf(
  api: HubspotApi,
  kind: "contacts" | "companies",
  ids: readonly string[],
  properties: readonly string[],
  signal: AbortSignal,
): Promise<HubspotObject[] | HubspotFailed> {
  const body = { properties, inputs: ids.map((id) => ({ id })) };
  const reply = await askHubspot(api, `/crm/v3/objects/${kind}/batch/read`, { body }, signal);
  return isFailed(reply) ? reply : objectsOf(reply);
}

/** Without the right to read companies, contacts are read all the same; that right's own stream says so. */
async function companiesOf(
  reading: ContactReading,
  contacts: readonly HubspotObject[],
  signal: AbortSignal,
): Promise<Map<string, HubspotObject> | HubspotFailed> {
  const ids = new Set(contacts.map(({ properties }) => properties.associatedcompanyid ?? ""));
  ids.delete("");
  if (!reading.withCompanies || ids.size === 0) return new Map();
  const companies = await batchOf(reading, "companies", [...ids], COMPANY_PROPERTIES, signal);
  if (isBad(companies)) return companies.scopes ? new Map() : companies;
  return new Map(companies.map((company) => [company.id, company]));
}

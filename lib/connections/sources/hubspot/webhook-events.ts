import { createHash } from "node:crypto";
import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { entryOf } from "@/lib/platform/entry-of";
import type { Arrived } from "../../senders/sender";
import { externalIdOf } from "../external-id";

/**
 * What makes an event one: all of it but how often it was tried. Its `eventId` alone is not unique
 * ('not guaranteed to be'), and a batch that is sent again may be cut differently.
 */
function keyOf({ attemptNumber: _, ...event }: Loose): string {
  const entries = Object.entries(event).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("hex");
}

/** The events of a batch, each by itself; a workflow sends one without a list. */
export function hubspotEvents(body: unknown): { key: string; body: string }[] | null {
  const events = Array.isArray(body) ? body : [body];
  if (!events.every((event) => typeof event === "object" && event !== null)) return null;
  return events.map((event) => ({ key: keyOf(event), body: JSON.stringify(event) }));
}

/** HubSpot's newer events name no object, but its type. */
const OBJECT_TYPES: Readonly<Record<string, string>> = { "0-1": "contact", "0-2": "company" };
const STREAMS: Readonly<Record<string, string>> = { contact: "contacts", company: "companies" };
/** After these there is nothing left to be read. */
const PURGED = "privacyDeletion";
const GONE = ["deletion", PURGED];

const isId = (id: string | undefined): id is string => id !== undefined && /^\d{1,20}$/.test(id);

/** Of an association both ends, of a merge what it became, of everything else the object. */
function changedBy(event: Loose, stream: string, verb: string): { stream: string; id: string }[] {
  if (verb === "associationChange") {
    const [from, to] = (textOf(event, "associationType") ?? "").toLowerCase().split("_to_");
    return [
      { stream: entryOf(STREAMS, from ?? "") ?? "", id: textOf(event, "fromObjectId") },
      { stream: entryOf(STREAMS, to ?? "") ?? "", id: textOf(event, "toObjectId") },
    ].filter((one): one is { stream: string; id: string } => one.stream !== "" && isId(one.id));
  }
  const merged = ["newObjectId", "primaryObjectId"];
  const id = textOf(event, ...(verb === "merge" ? merged : []), "objectId");
  return isId(id) && !GONE.includes(verb) ? [{ stream, id }] : [];
}

/**
 * What one event says: only that something changed. What it is now is read back, so that neither the
 * order of events nor a value from hours ago matters, and `REDACTED` never becomes one. Whoever was
 * deleted for privacy is named: 'must purge' says HubSpot of whoever has their data.
 */
export function readHubspotEvent(body: unknown, connectionId: string): Arrived {
  const event = asObject(body);
  const type = textOf(event, "subscriptionType", "eventType") ?? "";
  const [object = "", verb = ""] = type.split(".");
  const named =
    object === "object" ? entryOf(OBJECT_TYPES, textOf(event, "objectTypeId") ?? "") : object;
  const stream = entryOf(STREAMS, named ?? "");
  const changed = stream ? changedBy(event, stream, verb) : [];
  const nothing = { leads: [], activities: [], refused: [] };
  if (type === "") return { ...nothing, refused: ["It names no subscriptionType"], passedOver: 0 };
  const id = textOf(event, "objectId");
  const isPurged = stream === "contacts" && verb === PURGED && isId(id);
  const purged = isPurged ? [externalIdOf("hubspot", connectionId, id)] : [];
  return { ...nothing, changed, purged, passedOver: changed.length > 0 ? 0 : 1 };
}

import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { entryOf } from "@/lib/platform/entry-of";
import type { Arrived } from "../../senders/sender";
import { readableActivity, readableLead } from "../readable";
import type { Changed } from "../source";
import { contactOf, idOf } from "./contact";
import { mauticDid, pathOf } from "./did";

type Read = (
  entry: Loose,
  connectionId: string,
) => { lead?: Loose | undefined; activity?: Loose; deleted?: string | undefined };

/** Whose it is and when it was; nobody's is refused where it is read. */
function did(
  entry: Loose,
  lead: unknown,
  at: unknown,
  what: { kind: string; of: string },
  connectionId: string,
) {
  const contactId = asObject(lead).id;
  const given = mauticDid(connectionId, { ...what, contactId, at: at || entry.timestamp });
  return { ...given, leadExternalId: idOf(lead, connectionId) };
}

/** The form of a submission and what was filled in. */
export function submissionOf(submission: Loose, form: Loose) {
  const fields = Object.entries(asObject(submission.results))
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    form: textOf(form, "name") ?? textOf(form, "alias") ?? "Form",
    fields: Object.fromEntries(fields),
  };
}

const contact: Read = (entry, connectionId) => ({
  lead: contactOf(entry.contact, connectionId, entry.timestamp),
});

const hit: Read = (entry, connectionId) => {
  const of = asObject(entry.hit);
  // Nobody yet: Mautic says who it was with the contact's own event.
  if (!idOf(of.lead, connectionId)) return {};
  const lead = contactOf(of.lead, connectionId, entry.timestamp);
  // A page that is not there shows nothing; its own reports count what was answered with 200.
  if (Number(of.code) >= 400) return { lead };
  const path = pathOf(textOf(of, "url") ?? "");
  return {
    lead,
    activity: {
      ...did(entry, of.lead, of.dateHit, { kind: "page_viewed", of: path }, connectionId),
      path,
      title: textOf(of, "urlTitle"),
      userAgent: textOf(of, "userAgent"),
    },
  };
};

const opened: Read = (entry, connectionId) => {
  const of = asObject(entry.stat);
  const email = asObject(of.email);
  const messageId = `mautic-${email.id ?? email.name ?? "mail"}`;
  return {
    lead: contactOf(of.lead, connectionId, entry.timestamp),
    activity: {
      ...did(entry, of.lead, of.dateRead, { kind: "email_opened", of: messageId }, connectionId),
      messageId,
      subject: textOf(email, "subject"),
    },
  };
};

const submitted: Read = (entry, connectionId) => {
  const of = asObject(entry.submission);
  const form = asObject(of.form);
  const name = String(form.id ?? form.alias ?? "");
  return {
    lead: contactOf(of.lead, connectionId, entry.timestamp),
    activity: {
      ...did(entry, of.lead, of.dateSubmitted, { kind: "form_submitted", of: name }, connectionId),
      ...submissionOf(of, form),
    },
  };
};

/** A contact is deleted when it is merged, too, of which no webhook tells: the audit log is asked. */
const deleted: Read = (entry) => ({
  deleted: textOf(entry, "id") ?? textOf(asObject(entry.contact), "id"),
});

/** What Mautic calls its events, as far as a handoff needs them. */
const READS: Readonly<Record<string, Read>> = {
  "mautic.lead_post_save_new": contact,
  "mautic.lead_post_save_update": contact,
  "mautic.lead_post_delete": deleted,
  "mautic.page_on_hit": hit,
  "mautic.email_on_open": opened,
  "mautic.form_on_submit": submitted,
};

/**
 * What one delivery of Mautic says: an object of lists by event type, which may be in reverse order of
 * time, so of one contact the latest is the last. A `timestamp` beside the lists is in no other call
 * than its 'Send test payload'.
 */
export function readMautic(body: unknown, connectionId: string): Arrived {
  const gone: Changed[] = [];
  const arrived: Arrived = { leads: [], activities: [], refused: [], passedOver: 0, gone };
  if ("timestamp" in asObject(body)) return { ...arrived, test: true };
  const entries = Object.entries(asObject(body)).flatMap(([type, list]) =>
    Array.isArray(list) ? list.map((entry) => ({ type, entry: asObject(entry) })) : [],
  );
  const at = ({ timestamp }: Loose) => Date.parse(String(timestamp)) || 0;
  for (const { type, entry } of entries.toSorted((one, other) => at(one.entry) - at(other.entry))) {
    const { lead, activity, deleted: id } = entryOf(READS, type)?.(entry, connectionId) ?? {};
    if (id) gone.push({ stream: "merges", id });
    else if (lead === undefined && activity === undefined) arrived.passedOver += 1;
    const known = lead && readableLead(lead, arrived.refused);
    const done = activity && readableActivity(activity, arrived.refused);
    if (known) arrived.leads.push(known);
    if (done) arrived.activities.push(done);
  }
  return arrived;
}

import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { entryOf } from "@/lib/platform/entry-of";
import { mauticDid, pathOf } from "./did";
import { submissionOf } from "./webhook-events";

type Told = { kind: string; of: string; [detail: string]: unknown };

/** A label is a text, or one with a link. */
const labelOf = ({ eventLabel }: Loose) =>
  typeof eventLabel === "string" ? eventLabel : textOf(asObject(eventLabel), "label");

const webinar = (kind: string) => (event: Loose, details: Loose) => ({
  kind,
  of: String(event.eventId ?? labelOf(event) ?? ""),
  title: textOf(details, "eventDesc", "eventName") ?? labelOf(event),
});

/** The types of Mautic's timeline that a handoff needs; the same words and ids as by its webhooks. */
const READS: Readonly<Record<string, (event: Loose, details: Loose) => Told>> = {
  "page.hit": (event, details) => {
    const hit = asObject(details.hit);
    const path = pathOf(textOf(hit, "url") ?? "");
    return {
      kind: "page_viewed",
      of: path,
      path,
      title: textOf(hit, "urlTitle") ?? labelOf(event),
      userAgent: textOf(hit, "userAgent"),
    };
  },
  "form.submitted": (_, details) => {
    const submission = asObject(details.submission);
    const form = { ...asObject(submission.form), ...asObject(details.form) };
    const of = String(asObject(form).id ?? textOf(form, "alias") ?? "");
    return { kind: "form_submitted", of, ...submissionOf(submission, form) };
  },
  "email.read": (event, details) => {
    const stat = asObject(details.stat);
    const messageId = `mautic-${textOf(stat, "emailId", "emailName") ?? "mail"}`;
    const subject = textOf(stat, "subject", "storedSubject") ?? labelOf(event);
    return { kind: "email_opened", of: messageId, messageId, subject };
  },
  "asset.download": (event) => {
    const title = labelOf(event) ?? "File";
    return { kind: "content_downloaded", of: String(event.eventId ?? title), title };
  },
  "webinar.registered": webinar("event_registered"),
  "webinar.attended": webinar("event_attended"),
};

export const EVENT_TYPES = Object.keys(READS);

/** An event of the timeline in the form that intake reads; null where it is none of a handoff's. */
export function mauticActivity(event: Loose, connectionId: string) {
  const read = entryOf(READS, String(event.event));
  const contactId = textOf(event, "contactId");
  if (!read || !contactId) return null;
  const { kind, of, ...told } = read(event, asObject(event.details));
  return { ...mauticDid(connectionId, { contactId, at: event.timestamp, kind, of }), ...told };
}

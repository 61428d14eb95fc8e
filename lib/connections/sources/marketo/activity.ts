import { entryOf } from "@/lib/platform/entry-of";
import { externalIdOf } from "../external-id";
import { fileNamed } from "../file-link";

/** One activity as Marketo tells it; attributes that are empty are left out by it. */
export type MarketoActivity = {
  id?: number | undefined;
  marketoGUID?: string | undefined;
  leadId: number;
  activityDate: string;
  activityTypeId: number;
  primaryAttributeValueId?: number | null | undefined;
  primaryAttributeValue?: string | null | undefined;
  attributes: readonly { name: string; value?: unknown }[];
};

/**
 * The types that a handoff needs, by the names that types.json gives them, since their numbers differ
 * between instances; as many as one question may name. The number is the usual one.
 */
export const ACTIVITY_TYPES: Readonly<Record<string, number>> = {
  "Visit Webpage": 1,
  "Fill Out Form": 2,
  "Click Link": 3,
  "Email Delivered": 7,
  "Open Email": 10,
  "Click Email": 11,
  "New Lead": 12,
  "Change Data Value": 13,
  "Interesting Moment": 46,
  "Change Status in Progression": 104,
};
/** These say that the lead itself is to be read again. */
export const LEAD_TYPES: readonly string[] = ["New Lead", "Change Data Value"];

type Told = { kind: string; [detail: string]: unknown };

/** Attributes by their names. */
const attributesOf = ({ attributes }: MarketoActivity) =>
  new Map(attributes.map(({ name, value }) => [name, value == null ? "" : String(value)]));

/** 'localhost/page.html' and '/page.html' both are told; the path is what they share. */
function pathOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url) return url.pathname;
  return text.startsWith("/") ? text.replace(/[?#].*$/, "") : `/${text.replace(/^[^/]*\/?/, "")}`;
}

function mail(activity: MarketoActivity, kind: string): Told {
  const name = activity.primaryAttributeValue ?? undefined;
  const messageId = `marketo-${activity.primaryAttributeValueId ?? name ?? "mail"}`;
  return { kind, messageId, subject: name };
}

/** Webinars and other events live in the status of a programme. */
function progression(activity: MarketoActivity): Told | null {
  const status = attributesOf(activity).get("New Status") ?? "";
  const title = activity.primaryAttributeValue ?? undefined;
  if (/attended/i.test(status) && !/not|no[- ]show/i.test(status))
    return { kind: "event_attended", title };
  return /registered/i.test(status) ? { kind: "event_registered", title } : null;
}

const READS: Readonly<Record<string, (activity: MarketoActivity) => Told | null>> = {
  "Visit Webpage": (activity) => {
    const of = attributesOf(activity);
    const page = of.get("Webpage URL") || activity.primaryAttributeValue || "/";
    return { kind: "page_viewed", path: pathOf(page), userAgent: of.get("User Agent") };
  },
  "Fill Out Form": (activity) => ({
    kind: "form_submitted",
    form: activity.primaryAttributeValue || "Form",
    userAgent: attributesOf(activity).get("User Agent"),
  }),
  // Marketo knows no download: it is a click on a link to a file.
  "Click Link": (activity) => {
    const url = activity.primaryAttributeValue ?? "";
    const title = fileNamed(url);
    return title ? { kind: "content_downloaded", title, url } : null;
  },
  "Email Delivered": (activity) => mail(activity, "email_delivered"),
  "Open Email": (activity) => mail(activity, "email_opened"),
  "Click Email": (activity) => ({
    ...mail(activity, "email_clicked"),
    url: attributesOf(activity).get("Link"),
  }),
  "Interesting Moment": (activity) => {
    const text = attributesOf(activity).get("Description") || activity.primaryAttributeValue;
    return text ? { kind: "remark", text } : null;
  },
  "Change Status in Progression": progression,
};

/** '2014-09-17T22:31:49+0000', '…Z' and '…Z+0000' are all told. */
export const instantText = (text: string) => text.replace(/Z\+00:?00$/, "Z");

/** An activity in the form that intake reads; null where it is none of a handoff's. */
export function marketoActivity(activity: MarketoActivity, type: string, connectionId: string) {
  const told = entryOf(READS, type)?.(activity);
  if (!told) return null;
  return {
    // `id` gives way to marketoGUID, which is the only one to be unique.
    id: `marketo-${connectionId.slice(0, 8)}-${activity.marketoGUID ?? activity.id}`,
    leadExternalId: externalIdOf("marketo", connectionId, activity.leadId),
    occurredAt: instantText(activity.activityDate),
    ...told,
  };
}

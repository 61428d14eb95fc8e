import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";
import { fileNamed } from "../file-link";
import { pageViewId } from "./page-view-id";

type Told = { kind: string; [detail: string]: unknown };
/** `pagesRead`: whether the pages of visits are read besides, which tell of what a click led to. */
export type UnitRead = { connectionId: string; pagesRead: boolean };
type Read = (activity: Loose, title: string, of: UnitRead) => Told | null;

/** A mail by the first of what it may be one of; a list mail has another number than its template. */
function mailOf(activity: Loose, title: string): { messageId: string; subject: string } {
  const names = ["listEmailId", "emailTemplateId", "emailId"];
  const name = names.find((one) => textOf(activity, one));
  const id = name ? `${name}-${textOf(activity, name)}` : title;
  return { messageId: `pardot-${id}`.slice(0, 200), subject: title };
}

const isMail = (activity: Loose) =>
  /^email/i.test(textOf(activity, "typeName") ?? "") ||
  textOf(activity, "listEmailId", "emailTemplateId", "emailId") !== undefined;
const isFile = (activity: Loose) =>
  /^file$/i.test(textOf(activity, "typeName") ?? "") || textOf(activity, "fileId") !== undefined;

/** A page is told by its address, a landing page by its name alone. */
function viewed(activity: Loose, title: string): Told | null {
  if (isFile(activity)) return { kind: "content_downloaded", title };
  if (!/page/i.test(textOf(activity, "typeName") ?? "")) return null;
  if (URL.canParse(title)) return { kind: "page_viewed", path: new URL(title).pathname };
  return { kind: "page_viewed", path: title.startsWith("/") ? title : `/${title}`, title };
}

const isRedirect = (activity: Loose) =>
  /^custom/i.test(textOf(activity, "typeName") ?? "") ||
  textOf(activity, "customRedirectId") !== undefined;

/**
 * A click on a tracked link, which is called as marketing named it. To a file it is a download, of
 * which nothing else tells; to a page it is the view that its visit tells of, where visits are read.
 */
function redirected(activity: Loose, title: string, { pagesRead }: UnitRead): Told | null {
  const redirect = asObject(activity.customRedirect);
  const url = textOf(redirect, "destinationUrl") ?? "";
  const named = textOf(redirect, "name") ?? title;
  if (fileNamed(url)) return { kind: "content_downloaded", title: named, url };
  if (pagesRead || !URL.canParse(url)) return null;
  return { kind: "page_viewed", path: new URL(url).pathname, title: named };
}

const event =
  (kind: string): Read =>
  (_, title) => ({ kind, title });

/**
 * What the types mean to a handoff; a number alone says nothing, since a view may be of a file, a form
 * or a page. A mail that was sent is not one that arrived, and the rest is of no use to a rep.
 */
const READS: Readonly<Record<number, Read>> = {
  1: (activity, title, of) => {
    if (isRedirect(activity)) return redirected(activity, title, of);
    if (isFile(activity)) return { kind: "content_downloaded", title };
    return isMail(activity) ? { kind: "email_clicked", ...mailOf(activity, title) } : null;
  },
  2: viewed,
  4: (_, title) => ({ kind: "form_submitted", form: title }),
  11: (activity, title) => ({ kind: "email_opened", ...mailOf(activity, title) }),
  21: redirected,
  24: event("event_attended"),
  25: event("event_registered"),
  28: event("event_registered"),
  29: event("event_attended"),
};

/** A visitor activity in the form that intake reads; null where it is none of a handoff's. */
export function unitActivity(activity: Loose, of: UnitRead) {
  const { connectionId } = of;
  const prospectId = textOf(activity, "prospectId");
  const title = textOf(activity, "details") ?? textOf(activity, "typeName") ?? "";
  const told = prospectId && title && READS[Number(activity.type)]?.(activity, title, of);
  if (!told) return null;
  const page = told.kind === "page_viewed" && textOf(activity, "visitorPageViewId");
  return {
    id: page
      ? pageViewId(connectionId, page)
      : `pardot-${connectionId.slice(0, 8)}-${textOf(activity, "id")}`,
    leadExternalId: externalIdOf("pardot", connectionId, prospectId),
    occurredAt: activity.createdAt,
    ...told,
  };
}

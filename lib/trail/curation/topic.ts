import type { Activity } from "@/lib/intake/activities/activity";
import { chronological } from "../chronology";
import { requested } from "../wording/asked";
import { comparedWith, pagePath } from "../wording/page-path";
import { spokenTitle } from "../wording/title";
import { questionIn } from "../wording/transcript";

/** The sorts of touchpoint among which a trail is kept diverse. */
export type Family =
  | "page"
  | "content"
  | "email"
  | "event"
  | "conversation"
  | "competitor"
  | "remark";

/** Activities that a person would call one thing, earliest first. */
export type Topic = { key: string; family: Family; activities: Activity[] };

const plain = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

function pageTopic(path: string): [Family, string] {
  const competitor = comparedWith(path);
  return competitor ? ["competitor", plain(competitor)] : ["page", pagePath(path)];
}

/** A document without its year or file ending, so that what was asked for is what was had. */
function edition(title: string): string {
  return plain(spokenTitle(title).replace(/\b(19|20)\d\d\b/g, ""));
}

/** Asking for a document and getting it are one thing to a person. */
function formTopic(form: string): [Family, string] {
  const thing = requested(form);
  return thing ? ["content", edition(thing)] : ["conversation", `form ${plain(form)}`];
}

function nameOf(activity: Activity): [Family, string] {
  switch (activity.kind) {
    case "page_viewed":
      return pageTopic(activity.details.path);
    case "content_downloaded":
      return ["content", edition(activity.details.title)];
    case "email_delivered":
    case "email_opened":
    case "email_clicked":
      return ["email", plain(activity.details.subject ?? activity.details.messageId)];
    case "event_registered":
    case "event_attended":
      return ["event", plain(activity.details.title)];
    case "chat":
      return ["conversation", `chat ${plain(questionIn(activity.details.transcript) ?? "")}`];
    case "form_submitted":
      return formTopic(activity.details.form);
    case "competitor_content":
      return ["competitor", plain(activity.details.competitor)];
    case "remark":
    case "sales_activity":
      return ["remark", activity.id];
  }
}

/** The key of the thing an activity is about, such as `page:/pricing`, and its family. */
export function topicOf(activity: Activity): { key: string; family: Family } {
  const [family, name] = nameOf(activity);
  return { key: `${family}:${name}`, family };
}

/** Groups activities by what a person would call one thing, whatever order they come in. */
export function topics(activities: readonly Activity[]): Topic[] {
  const found = new Map<string, Topic>();
  for (const activity of chronological(activities)) {
    const { key, family } = topicOf(activity);
    const topic = found.get(key) ?? { key, family, activities: [] };
    topic.activities.push(activity);
    found.set(key, topic);
  }
  return [...found.values()];
}

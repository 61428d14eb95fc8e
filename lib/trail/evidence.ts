import { type Activity, type ActivityKind, PASSIVE_KINDS } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { ageOf } from "./chronology";
import { type Topic, topics } from "./curation/topic";
import { PAGE_AND_MAIL_WINDOW_DAYS } from "./settings";
import { comparedWith, highIntent } from "./wording/page-path";
import { act, pageName, secondsOn, telling, wording } from "./wording/wording";

/** One line of C3.1 to C3.7. Instants are ISO 8601; `transcript` is a chat as it was. */
export type EvidenceEntry = {
  text: string;
  count: number;
  firstAt: string;
  lastAt: string;
  seconds?: number;
  transcript?: string;
};
type EvidenceId = "C3.1" | "C3.2" | "C3.3" | "C3.4" | "C3.5" | "C3.6" | "C3.7";
type Evidence = Partial<Record<EvidenceId, EvidenceEntry[]>>;

/** A snapshot holds no more lines of one field than a person would ever look through. */
const LONGEST_LIST = 200;

const isRecent = (activity: Activity, now: Date) =>
  ageOf(activity, now) <= PAGE_AND_MAIL_WINDOW_DAYS * DAY;

function entry(topic: Topic, text: string): EvidenceEntry {
  const seconds = secondsOn(topic);
  const chats = topic.activities.flatMap((activity) =>
    activity.kind === "chat" ? [activity.details.transcript] : [],
  );
  return {
    text,
    count: topic.activities.length,
    firstAt: topic.activities[0]?.occurredAt.toISOString() ?? "",
    lastAt: topic.activities.at(-1)?.occurredAt.toISOString() ?? "",
    ...(seconds === null ? {} : { seconds }),
    ...(chats.length === 0 ? {} : { transcript: chats.join("\n\n") }),
  };
}

function pageText(topic: Topic): string {
  const page = telling(topic);
  return page.kind === "page_viewed" ? pageName(page.details) : act(page);
}

/** The lines of one field, the newest first. */
function lines(activities: readonly Activity[], text: (topic: Topic) => string): EvidenceEntry[] {
  return topics(activities)
    .map((topic) => entry(topic, text(topic)))
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : a.text < b.text ? -1 : 1))
    .slice(0, LONGEST_LIST);
}

/**
 * The evidence behind the trail, C3.1 to C3.7, from the activities that were kept. A field is
 * given only where it has a line. Opens alone are no evidence (X.5): then there is nothing.
 */
export function evidence(kept: readonly Activity[], now: Date): Evidence {
  if (kept.every(({ kind }) => PASSIVE_KINDS.includes(kind))) return {};
  const recent = kept.filter((one) => isRecent(one, now));
  const of = (list: readonly Activity[], ...kinds: ActivityKind[]) =>
    list.filter(({ kind }) => kinds.includes(kind));
  const found: Record<EvidenceId, EvidenceEntry[]> = {
    "C3.1": lines(of(recent, "page_viewed"), pageText),
    "C3.2": lines(of(kept, "content_downloaded"), wording),
    "C3.3": lines(of(recent, "email_opened", "email_clicked"), wording),
    "C3.4": lines(of(kept, "event_registered", "event_attended"), wording),
    "C3.5": lines(of(kept, "chat", "form_submitted"), wording),
    "C3.6": lines(kept.filter(isAboutCompetitor), wording),
    "C3.7": lines(recent.filter(isTimedHighIntent), pageText),
  };
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
}

function isTimedHighIntent(activity: Activity): boolean {
  if (activity.kind !== "page_viewed" || !activity.details.seconds) return false;
  return highIntent(activity.details.path) !== null;
}

function isAboutCompetitor(activity: Activity): boolean {
  if (activity.kind === "competitor_content") return true;
  return activity.kind === "page_viewed" && comparedWith(activity.details.path) !== null;
}

import type { Activity, ActivityDetails, ActivityKind } from "@/lib/intake/activities/activity";
import { SECOND } from "@/lib/platform/durations";
import { shownLine } from "@/lib/platform/shown-text";
import type { Topic } from "../curation/topic";
import { asked } from "./asked";
import { comparedWith, highIntent, isPassage, pagePath, segmentsOf } from "./page-path";
import { pageTitle, spokenTitle } from "./title";
import { clip, questionIn } from "./transcript";

const LONGEST_TITLE = 80;
const LONGEST_REMARK = 140;

/** A name in the quotation marks of the product, cut where it is long. */
function quoted(title: string): string {
  return `‘${clip(title, LONGEST_TITLE) || "untitled"}’`;
}

/** How often, as one says it: nothing for once, 'twice', '3 times'. */
export function times(count: number): string {
  return count < 2 ? "" : count === 2 ? "twice" : `${count} times`;
}

/** A stay in words: 250 becomes '4 min 10 s'. Seconds. */
export function stay(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  const rest = whole % 60;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes === 0) return `${rest} s`;
  return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
}

/**
 * What a page is called: its path where that is what people call it ('/pricing'), otherwise its
 * title. One word ('Offline') tells less of a page than the path that leads to it.
 */
export function pageName(page: { path: string; title?: string | undefined }): string {
  const path = pagePath(page.path);
  if (path === "/") return "the home page";
  const title = pageTitle(page.title ?? "");
  const speaks = segmentsOf(path).length < 2 || highIntent(path) !== null;
  return speaks || !/\S[\s\u3000]+\S/u.test(title) ? clip(path, LONGEST_TITLE) : quoted(title);
}

const ACTS: { [K in ActivityKind]: (details: ActivityDetails[K]) => string } = {
  page_viewed: readPage,
  content_downloaded: ({ title }) => `Downloaded ${quoted(spokenTitle(title))}`,
  email_delivered: (mail) => `Was sent ${mailName(mail)}`,
  email_opened: (mail) => `Opened ${mailName(mail)}`,
  email_clicked: (mail) => `Clicked through from ${mailName(mail)}`,
  event_registered: ({ title }) => `Registered for ${quoted(title)}`,
  event_attended: ({ title }) => `Attended ${quoted(title)}`,
  chat: ({ transcript }) => chatted(transcript),
  form_submitted: ({ form }) => asked(form) ?? `Filled in the form ${quoted(form)}`,
  competitor_content: readAbout,
  remark: ({ text }) => clip(text, LONGEST_REMARK),
  sales_activity: ({ text }) => clip(text, LONGEST_REMARK),
};

/** What one activity was, in the past tense, without a date and without how often. */
export function act(activity: Activity): string {
  // The kind and its details belong together, which the type of a look-up cannot say.
  const words = ACTS[activity.kind] as (details: Activity["details"]) => string;
  return shownLine(words(activity.details));
}

function readPage(details: ActivityDetails["page_viewed"]): string {
  const competitor = comparedWith(details.path);
  return competitor ? `Read our comparison with ${competitor}` : `Read ${pageName(details)}`;
}

function mailName(mail: { subject?: string | undefined }): string {
  return mail.subject ? quoted(mail.subject) : "an email";
}

function chatted(transcript: string): string {
  const question = questionIn(transcript);
  return question ? `Asked in the chat: “${question}”` : "Chatted on the site";
}

function readAbout({ competitor, title }: ActivityDetails["competitor_content"]): string {
  if (!title) return `Looked at ${competitor}`;
  if (/\b(vs\.?|versus|compar\w*|alternatives?)\b/i.test(title)) {
    return `Read a comparison with ${competitor}`;
  }
  return `Read ${quoted(title)}, about ${competitor}`;
}

/** The strongest first: who attended had registered, who was sent a document had asked for it. */
const TELLING: readonly Activity["kind"][] = [
  "event_attended",
  "email_clicked",
  "form_submitted",
  "content_downloaded",
];

/** The activity that stands for a topic: of the most telling kind, and of those the latest. */
export function telling(topic: Topic): Activity {
  const kind = TELLING.find((wanted) => topic.activities.some(({ kind }) => kind === wanted));
  const found = topic.activities.findLast((activity) => !kind || activity.kind === kind);
  if (!found) throw new Error(`No activity in ${topic.key}`);
  return found;
}

/** The seconds a lead spent on a topic's pages, or null where no visit was timed. */
export function secondsOn(topic: Topic): number | null {
  const timed = topic.activities.flatMap((activity) =>
    activity.kind === "page_viewed" && activity.details.seconds !== undefined
      ? [activity.details.seconds]
      : [],
  );
  return timed.length === 0 ? null : timed.reduce((sum, seconds) => sum + seconds, 0);
}

/**
 * A topic in plain words for a rep, without dates, which the page shows in the reader's zone:
 * 'Read /pricing twice, 4 min 10 s in all'.
 */
export function wording(topic: Topic): string {
  const main = telling(topic);
  const often = times(topic.activities.filter(({ kind }) => kind === main.kind).length);
  const text = often ? withCount(main, often) : act(main);
  const seconds = secondsOn(topic);
  if (main.kind !== "page_viewed" || seconds === null || seconds * SECOND < SECOND) return text;
  if (!highIntent(main.details.path)) return text;
  return `${text}, ${stay(seconds)}${often ? " in all" : ""}`;
}

/** A title may end in anything, so that 'twice' follows the verb's object or stands after a comma. */
function withCount(main: Activity, often: string): string {
  return main.kind === "chat" || main.kind === "remark"
    ? `${act(main)}, ${often}`
    : `${act(main)} ${often}`;
}

/** True where reading a page says nothing, so that no trail names it. */
export function saysNothing(activity: Activity): boolean {
  return activity.kind === "page_viewed" && isPassage(activity.details.path);
}

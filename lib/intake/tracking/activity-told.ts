import { entryOf } from "@/lib/platform/entry-of";
import { ACTIVITY_DETAILS, type ActivityDetails } from "../activities/activity";
import { usualDetails } from "../activities/usual-activity";
import type { ActivityInput } from "../input";
import { type Told, toldBy } from "./event-kinds";
import { type Loose, textOf } from "./loose";
import type { TrackingMessage } from "./message";
import { pageOfEvent, pageView } from "./page-view";

/** The longest text that any activity keeps, by the name of its detail; in characters. */
const LONGEST: Readonly<Record<string, number>> = {
  path: 2_000,
  url: 2_000,
  messageId: 200,
  competitor: 200,
  transcript: 100_000,
};
const USUAL = 500;
const MOST_FORM_FIELDS = 50;
const LONGEST_FORM = { name: 200, answer: 10_000 };

/** Details with every text cut to what is kept of it. */
export function clipped(details: Loose): Loose {
  if (Object.entries(details).every(isShort)) return details;
  const entries = Object.entries(details).map(([key, value]) => [
    key,
    typeof value === "string" ? cut(value, entryOf(LONGEST, key) ?? USUAL) : value,
  ]);
  const { fields, ...rest } = Object.fromEntries(entries);
  if (!fields) return rest;
  return {
    ...rest,
    fields: Object.fromEntries(Object.entries(fields).map(answered).slice(0, MOST_FORM_FIELDS)),
  };
}

const cut = (text: string, longest: number) => text.slice(0, longest).toWellFormed();
const answered = ([name, value]: [string, unknown]): [string, unknown] => [
  cut(name, LONGEST_FORM.name),
  typeof value === "string" ? cut(value, LONGEST_FORM.answer) : value,
];

const isShort = ([key, value]: [string, unknown]) =>
  typeof value === "string"
    ? value.length <= (entryOf(LONGEST, key) ?? USUAL) && value.isWellFormed()
    : key !== "fields";

const viewed = (page: ActivityDetails["page_viewed"] | null): Told | null =>
  page && { kind: "page_viewed", details: page };

function told(message: TrackingMessage, id: string): Told | null {
  if (message.type === "page" || message.type === "screen") return viewed(pageView(message));
  if (message.type !== "track") return null;
  return toldBy(message.event ?? "", message.properties, id) ?? viewed(pageOfEvent(message));
}

/** The activity that a message tells of, under the message's id, or null where it tells of none. */
export function activityTold(message: TrackingMessage, id: string): ActivityInput | null {
  const found = told(message, id);
  if (!found) return null;
  const kept = clipped(found.details);
  const details =
    usualDetails(found.kind, kept) ?? ACTIVITY_DETAILS[found.kind].safeParse(kept).data;
  if (!details) return null;
  const userAgent = textOf(message.context, "userAgent")?.slice(0, 2_000);
  const product = textOf(message.properties, "product")?.slice(0, USUAL);
  const envelope = { id, occurredAt: message.at, userAgent, product };
  // The schema was this kind's own; TypeScript cannot follow it through the table.
  return { ...envelope, kind: found.kind, details } as ActivityInput;
}

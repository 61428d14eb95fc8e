import type { ActivityDetails, ActivityKind } from "../activities/activity";
import { asObject, type Loose, textOf } from "./loose";

/** What a message tells of: a kind of activity with the kind's details. */
export type Told = { [K in ActivityKind]: { kind: K; details: ActivityDetails[K] } }[ActivityKind];

/** A track call, its event's name also in plain lower-case words. */
type TrackedEvent = { event: string; words: string; properties: Loose; messageId: string };

/** Every one of the expressions must be found in the event's words. */
type EventRule = { words: readonly RegExp[]; tell: (event: TrackedEvent) => Told | null };

/** The longest answer of a form that is kept, in characters. */
const LONGEST_ANSWER = 10_000;

const EVENT = /\b(webinar|event|conference|workshop|meetup|roundtable|summit|training|demo day)\b/;
const MAIL = /\be ?mail\b/;
const REQUEST =
  /\b(demo|trial|quote|pricing|callback|call|meeting|contact|consultation|pilot|sales)\b/;

const title = ({ properties, event }: TrackedEvent, ...names: string[]) =>
  textOf(properties, ...names, "title", "name") ?? event;

function mail({ properties, messageId }: TrackedEvent) {
  const subject = textOf(properties, "emailSubject", "subject");
  const url = textOf(properties, "linkUrl", "url", "link");
  const id = textOf(properties, "emailId", "messageId", "campaignId") ?? subject ?? messageId;
  return { messageId: id, ...(subject ? { subject } : {}), ...(url ? { url } : {}) };
}

function form(event: TrackedEvent): Told {
  const names = ["form", "formName", "formTitle"];
  const known = textOf(event.properties, ...names) ?? event.event;
  const given = Object.keys(asObject(event.properties.fields)).length
    ? asObject(event.properties.fields)
    : event.properties;
  const fields = Object.entries(given).flatMap(([key]) => {
    const value = textOf(given, key);
    return value === undefined || value === known
      ? []
      : [[key.slice(0, 200), value.slice(0, LONGEST_ANSWER)]];
  });
  return {
    kind: "form_submitted",
    details: { form: known, ...(fields.length ? { fields: Object.fromEntries(fields) } : {}) },
  };
}

/** A chat without a word of it is told once, when it starts. */
function chat({ properties, event, words }: TrackedEvent): Told | null {
  const names = ["transcript", "messageBody", "message", "text", "body", "question"];
  const said = textOf(properties, ...names) ?? (/\bstart/.test(words) ? event : undefined);
  return said === undefined ? null : { kind: "chat", details: { transcript: said } };
}

function download(event: TrackedEvent): Told {
  const url = textOf(event.properties, "url", "fileUrl", "link");
  const names = ["contentTitle", "asset", "assetName", "resource", "document", "fileName", "file"];
  return {
    kind: "content_downloaded",
    details: { title: title(event, "title", "name", ...names), ...(url ? { url } : {}) },
  };
}

function competitor(event: TrackedEvent): Told {
  const name = textOf(event.properties, "competitor", "competitorName", "vendor");
  const read = title(event);
  return {
    kind: "competitor_content",
    details: { competitor: name ?? "a competitor", title: read },
  };
}

const eventName = (event: TrackedEvent) => ({
  title: title(event, "eventName", "webinarName", "webinarTitle", "webinar"),
});

/**
 * Which events mean which activity, the first that fits: the names of Segment's own catalogues
 * (email, live chat, B2B) and the usual words around them. An event that fits none, such as
 * 'Song Played', is use of a product, not a step of a purchase. It is accepted, links its
 * visitor's ids, is counted as not understood and listed on `/connections`, and is not kept: as a
 * remark it would crowd the trail, and no other of the twelve kinds would be true.
 */
const EVENT_RULES: readonly EventRule[] = [
  { words: [/\bcompetit(or|ors|ive)\b|\bcomparison\b/], tell: competitor },
  { words: [MAIL, /\bclick/], tell: (event) => ({ kind: "email_clicked", details: mail(event) }) },
  { words: [MAIL, /\bopen/], tell: (event) => ({ kind: "email_opened", details: mail(event) }) },
  {
    words: [MAIL, /\bdeliver/],
    tell: (event) => ({ kind: "email_delivered", details: mail(event) }),
  },
  {
    words: [EVENT, /\b(attend|join|watch|checked in)/],
    tell: (event) => ({ kind: "event_attended", details: eventName(event) }),
  },
  {
    words: [EVENT, /\b(regist|rsvp|enrol|sign(ed)? up)/],
    tell: (event) => ({ kind: "event_registered", details: eventName(event) }),
  },
  { words: [/\bdownload/], tell: download },
  { words: [/\b(chat|chatbot|conversation)\b/], tell: chat },
  { words: [/\bform\b/, /\b(submi|complet|filled|sent\b)/], tell: form },
  { words: [REQUEST, /\b(request|book|schedul|start|submit)/], tell: form },
  { words: [/\b(sign(ed)? up|lead (captured|created|generated)|account created)\b/], tell: form },
];

/** The activity that a track call tells of, or null where it is none of ours. */
export function toldBy(event: string, properties: Loose, messageId: string): Told | null {
  const words = event
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const rule = EVENT_RULES.find((one) => one.words.every((expression) => expression.test(words)));
  return rule?.tell({ event, words, properties, messageId }) ?? null;
}

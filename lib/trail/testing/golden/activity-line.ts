import type { Activity, ActivityDetails, ActivityKind } from "@/lib/intake/activities/activity";

type Told = { [K in ActivityKind]: { kind: K; details: ActivityDetails[K] } }[ActivityKind];
type Reading = (parts: Record<string, string | undefined>) => Told;

const TITLE = `"(?<title>.*)"`;
const mail = ({ title: subject = "" }: Record<string, string | undefined>) => ({
  messageId: `mail ${subject}`,
  subject,
});

/** 'name=Ada; email=a@b.example' as a form's answers. */
function answers(text: string): Record<string, string> {
  return Object.fromEntries(text.split("; ").map((one) => one.split("=", 2) as [string, string]));
}

/** The words in which a golden story tells an activity, and what each means. */
const SENTENCES: readonly [words: string, reading: Reading][] = [
  [
    `read elsewhere about (?<competitor>.+?)(?: in ${TITLE})?`,
    ({ competitor = "", title }) => ({
      kind: "competitor_content",
      details: { competitor, ...(title ? { title } : {}) },
    }),
  ],
  [
    String.raw`read (?<path>\S+)(?: titled ${TITLE})?(?: for (?<seconds>\d+) s)?`,
    ({ path = "", title, seconds }) => ({
      kind: "page_viewed",
      details: { path, ...(title ? { title } : {}), ...(seconds ? { seconds: +seconds } : {}) },
    }),
  ],
  [`downloaded ${TITLE}`, ({ title = "" }) => ({ kind: "content_downloaded", details: { title } })],
  [
    `registered for ${TITLE}`,
    ({ title = "" }) => ({ kind: "event_registered", details: { title } }),
  ],
  [`attended ${TITLE}`, ({ title = "" }) => ({ kind: "event_attended", details: { title } })],
  [`was sent ${TITLE}`, (parts) => ({ kind: "email_delivered", details: mail(parts) })],
  [`opened ${TITLE}`, (parts) => ({ kind: "email_opened", details: mail(parts) })],
  [
    String.raw`clicked in ${TITLE} to (?<url>\S+)`,
    (parts) => ({ kind: "email_clicked", details: { ...mail(parts), url: parts.url } }),
  ],
  [
    `chatted ${TITLE}`,
    ({ title = "" }) => ({
      kind: "chat",
      details: { transcript: title.replaceAll(" | ", "\n") },
    }),
  ],
  [
    `submitted ${TITLE}(?: with (?<fields>.+))?`,
    ({ title = "", fields }) => ({
      kind: "form_submitted",
      details: { form: title, ...(fields ? { fields: answers(fields) } : {}) },
    }),
  ],
  [`colleague noted ${TITLE}`, ({ title = "" }) => ({ kind: "remark", details: { text: title } })],
  [
    `rep noted ${TITLE}`,
    ({ title = "" }) => ({ kind: "sales_activity", details: { text: title } }),
  ],
];

const ASIDE = / \((agent|product): (.*)\)$| \(left out by hand\)$/;

/** The instant of 'YYYY-MM-DD HH:MM:SS' on the clocks of a zone. */
export type Clock = (day: string, time: string) => Date;

/** One line of a golden story as an activity, and whether a person left it out. */
export function activityOf(
  line: string,
  clock: Clock,
  id: string,
): { activity: Activity; byHand: boolean } {
  const aside = ASIDE.exec(line);
  const words = line.replace(ASIDE, "");
  const [, day = "", time = "", told = ""] =
    /^(\d+ [A-Z][a-z]+(?: \d{4})?) (\d\d:\d\d(?::\d\d)?) (.+)$/.exec(words) ?? [];
  for (const [sentence, reading] of SENTENCES) {
    const parts = new RegExp(`^${sentence}$`).exec(told)?.groups;
    if (!parts) continue;
    const { title } = parts;
    const { kind, details } = reading({ ...parts, title: title?.replaceAll('\\"', '"') });
    const userAgent = aside?.[1] === "agent" ? (aside[2] ?? null) : null;
    const product = aside?.[1] === "product" ? (aside[2] ?? null) : null;
    const rest = { id, occurredAt: clock(day, time), source: "story", userAgent, product };
    return {
      // The kind and its details come from one reading, which the type of a union cannot say.
      activity: { ...rest, kind, details } as Activity,
      byHand: aside?.[0].includes("by hand") ?? false,
    };
  }
  throw new Error(`Not a line of a story: ${line}`);
}

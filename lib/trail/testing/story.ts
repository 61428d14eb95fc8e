import type { Activity, ActivityDetails, ActivityKind } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";

/** The moment at which every story is read. */
export const NOW = new Date("2026-11-20T13:30:00.000Z");

type Rest = { id?: string; userAgent?: string; product?: string };

/** `days` before NOW; a fraction is a part of a day. */
export function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY);
}

/** One activity, `days` before NOW. Its id says what it is, so that a failing test reads well. */
export function did<K extends ActivityKind>(
  days: number,
  kind: K,
  details: ActivityDetails[K],
  { id, userAgent, product }: Rest = {},
): Activity {
  const made = {
    id: id ?? `${kind} ${days} ${JSON.stringify(details)}`,
    kind,
    occurredAt: daysAgo(days),
    source: "story",
    userAgent: userAgent ?? null,
    product: product ?? null,
    details,
  };
  return made as Activity;
}

export const page = (days: number, path: string, seconds?: number, rest?: Rest) =>
  did(days, "page_viewed", seconds === undefined ? { path } : { path, seconds }, rest);
export const download = (days: number, title: string, rest?: Rest) =>
  did(days, "content_downloaded", { title }, rest);
export const form = (
  days: number,
  name: string,
  fields: Record<string, string> = {},
  rest?: Rest,
) => did(days, "form_submitted", { form: name, fields }, rest);
export const attended = (days: number, title: string) => did(days, "event_attended", { title });
export const registered = (days: number, title: string) => did(days, "event_registered", { title });
export const chat = (days: number, transcript: string) => did(days, "chat", { transcript });
export const competitor = (days: number, name: string, title?: string) =>
  did(days, "competitor_content", title ? { competitor: name, title } : { competitor: name });
export const remark = (days: number, text: string) => did(days, "remark", { text });
export const mail = (
  days: number,
  what: "delivered" | "opened" | "clicked",
  subject: string,
  url?: string,
  rest?: Rest,
) =>
  did(
    days,
    `email_${what}`,
    { messageId: `mail ${subject}`, subject, ...(url ? { url } : {}) },
    rest,
  );

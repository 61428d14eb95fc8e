import type { Activity } from "@/lib/intake/activities/activity";

/** One field of a form as it was filled in, both parts trimmed and in lower case. */
export type Answer = { field: string; text: string };

/** What was typed into a form; nothing for every other kind of activity. */
export function answers(activity: Activity): Answer[] {
  if (activity.kind !== "form_submitted") return [];
  return Object.entries(activity.details.fields ?? {}).map(([field, text]) => ({
    field: field.trim().toLowerCase(),
    text: text.trim().toLowerCase(),
  }));
}

import type { Activity } from "@/lib/intake/activity";
import { isPassage, segmentsOf } from "@/lib/trail/page-path";
import type { ActivityRule, ScoringModel } from "./model";

/** The words by which a rule may know an activity, in lower case. */
function wordsOf(activity: Activity): string {
  switch (activity.kind) {
    case "content_downloaded":
    case "event_registered":
    case "event_attended":
      return activity.details.title.toLowerCase();
    case "email_clicked":
      return (activity.details.subject ?? "").toLowerCase();
    case "form_submitted":
      return activity.details.form.toLowerCase();
    case "competitor_content":
      return `${activity.details.competitor} ${activity.details.title ?? ""}`.toLowerCase();
    default:
      return "";
  }
}

/** Compared at the beginnings of words, so that 'price' finds 'prices' and not 'enterprise'. */
function has(text: string, word: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ")}`.includes(` ${word}`);
}

function meets(activity: Activity, rule: ActivityRule): boolean {
  if (!(rule.kinds as readonly string[]).includes(activity.kind)) return false;
  if (rule.pages) {
    if (activity.kind !== "page_viewed") return false;
    const segments = segmentsOf(activity.details.path);
    if (!segments.some((segment) => rule.pages?.includes(segment))) return false;
  }
  return !rule.words || rule.words.some((word) => has(wordsOf(activity), word));
}

/** The first rule of the model that an activity meets, or null. Pages of passage meet none. */
export function ruleFor(activity: Activity, model: ScoringModel): ActivityRule | null {
  if (activity.kind === "page_viewed" && isPassage(activity.details.path)) return null;
  return model.rules.find((rule) => meets(activity, rule)) ?? null;
}

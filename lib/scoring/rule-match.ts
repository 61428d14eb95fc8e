import type { Activity } from "@/lib/intake/activities/activity";
import { wantsToLeave } from "@/lib/trail/wording/asked";
import { asksUs } from "@/lib/trail/wording/asking";
import { isEditorial, isPassage, segmentsOf } from "@/lib/trail/wording/page-path";
import type { ActivityRule, ScoringModel } from "./model/model";
import { mentions, spaced } from "./words";

/** The text by whose words a rule may know an activity. */
function wordsOf(activity: Activity): string {
  switch (activity.kind) {
    case "content_downloaded":
    case "event_registered":
    case "event_attended":
      return activity.details.title;
    case "email_clicked":
      return activity.details.subject ?? "";
    case "form_submitted":
      return activity.details.form;
    case "competitor_content":
      return `${activity.details.competitor} ${activity.details.title ?? ""}`;
    default:
      return "";
  }
}

/** A blog post on pricing is no pricing page, unless the rule asks for the blog. */
function isPageOf(segments: readonly string[], pages: readonly string[]): boolean {
  const [first = ""] = segments;
  if (isEditorial(first)) return pages.includes(first);
  return segments.some((segment) => pages.includes(segment));
}

function meets(activity: Activity, rule: ActivityRule): boolean {
  if (!(rule.kinds as readonly string[]).includes(activity.kind)) return false;
  if (rule.pages) {
    if (activity.kind !== "page_viewed") return false;
    const segments = segmentsOf(activity.details.path);
    if (!isPageOf(segments, rule.pages)) return false;
  }
  if (!rule.words && !rule.asks) return true;
  return (
    (rule.words !== undefined && mentions(spaced(wordsOf(activity)), rule.words)) ||
    (rule.asks === true && asksUs(activity))
  );
}

/**
 * The first rule of the model that an activity meets, or null. Pages of passage meet none, nor do
 * forms that ask to be left alone.
 */
export function ruleFor(activity: Activity, model: ScoringModel): ActivityRule | null {
  if (activity.kind === "form_submitted" && wantsToLeave(activity.details.form)) return null;
  if (activity.kind === "page_viewed" && isPassage(activity.details.path)) return null;
  return model.rules.find((rule) => meets(activity, rule)) ?? null;
}

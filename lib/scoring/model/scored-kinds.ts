import type { ActivityKind } from "@/lib/intake/activities/activity";
import { keysOf } from "@/lib/platform/keys-of";

/** Kinds that cannot earn points: what machines do for a person (X.5), and what we did ourselves. */
type Unscored = "email_delivered" | "email_opened" | "sales_activity" | "remark";
export type ScoredKind = Exclude<ActivityKind, Unscored>;

/** The kinds that can earn points, as the model's page words them. */
export const SCORED_KINDS = {
  page_viewed: "Page viewed",
  content_downloaded: "Content downloaded",
  email_clicked: "Email clicked",
  event_registered: "Event registered",
  event_attended: "Event attended",
  chat: "Chat",
  form_submitted: "Form submitted",
  competitor_content: "Competitor content",
} as const satisfies Record<ScoredKind, string>;
export const SCORED_KIND_NAMES = keysOf(SCORED_KINDS);

import { DAY } from "@/lib/platform/durations";
import type { FieldValue } from "../field";

/** After this many days what the CRM said may have changed (C2.5). Our own choice: a sales cycle's stage. */
export const CRM_MATCH_FRESH_DAYS = 30;

/** Why a CRM match should be looked up again, as a sentence; null while it is fresh. */
export function crmMatchDoubt({ obtainedAt }: FieldValue, now: Date): string | null {
  const age = now.getTime() - new Date(obtainedAt).getTime();
  if (age <= CRM_MATCH_FRESH_DAYS * DAY) return null;
  return `Checked more than ${CRM_MATCH_FRESH_DAYS} days ago, so look again.`;
}

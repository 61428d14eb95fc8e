import type { Activity } from "@/lib/intake/activities/activity";
import { SECOND } from "@/lib/platform/durations";
import type { TrailSettings } from "../settings";
import type { Sifted } from "./exclusions";
import { linkScanner } from "./link-scanner";

/** A page read this soon after a click speaks for a person behind it, in milliseconds. */
const FOLLOWED_WITHIN = 600 * SECOND;

/**
 * Clicks that were left out by their timing alone though a visit of the same lead followed (X.3,
 * X.6), the latest first: a fast reader looks like a scanner. One that a person left out is settled.
 */
export function doubtful(
  { leftOut, credible }: Pick<Sifted, "leftOut" | "credible">,
  { leftOutByHand }: Pick<TrailSettings, "leftOutByHand">,
): Activity[] {
  const settled = new Set(leftOutByHand);
  const visits = credible
    .filter(({ kind }) => kind === "page_viewed")
    .map(({ occurredAt }) => occurredAt.getTime());
  return leftOut
    .filter(({ rule, activity }) => rule === linkScanner.id && activity.kind === "email_clicked")
    .map(({ activity }) => activity)
    .filter(({ id, occurredAt }) => {
      const since = visits.map((at) => at - occurredAt.getTime());
      return !settled.has(id) && since.some((ms) => ms > 0 && ms <= FOLLOWED_WITHIN);
    });
}

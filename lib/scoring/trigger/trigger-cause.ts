import { DAY } from "@/lib/platform/durations";
import type { ScoringModel } from "../model/model";
import { fitTrigger, importTrigger, lateTrigger, modelTrigger, type Trigger } from "./trigger";
import type { TriggerParts } from "./trigger-wording";

/** An activity that took longer to arrive is history, and no reason to call at once. */
export const LATE_DAYS = 7;

/** What is known of a lead that is no MQL yet. */
export type Crossing = {
  /** The activity that crossed the threshold, as the model in force has it. */
  found: Trigger | null;
  /** The total as it counts now. */
  total: number;
  /** The system whose number the total is, where it is not the model's. */
  totalFrom: string | null;
  /** The model that the lead was judged by last; null where it never was. */
  judgedBy: number | null;
};

/** The sentence for everybody, and, where an activity is named, what it is made of. */
export type Caused = { text: string; at: Date; parts?: TriggerParts };

const isLate = ({ at, receivedAt }: Trigger) =>
  receivedAt !== null && receivedAt.getTime() - at.getTime() > LATE_DAYS * DAY;

/** It came in before this judgement, so that an earlier one has seen it and made no MQL of it. */
const wasSeen = ({ receivedAt }: Trigger, now: Date) => receivedAt !== null && receivedAt < now;

/**
 * What makes an MQL of a lead that was none (C4.6): the activity that has just come in, or else
 * what changed instead: the model, an import, a number from elsewhere. Null where it is none. What
 * was seen before counts only while the total is at the threshold, so that time alone never makes
 * an MQL.
 */
export function triggerCause(
  { found, total, totalFrom, judgedBy }: Crossing,
  { threshold, version }: Pick<ScoringModel, "threshold" | "version">,
  now: Date,
): Caused | null {
  const isFresh = found !== null && !isLate(found) && !wasSeen(found, now);
  // Points that fade already count where the model counts; another system's number is what it is.
  if (isFresh && (totalFrom === null || total >= threshold)) return found;
  if (total < threshold) return null;
  if (totalFrom !== null) return { text: importTrigger(totalFrom), at: now };
  const isNew = found !== null && !wasSeen(found, now);
  if (found && isNew) return { text: lateTrigger(found.origin), at: now };
  if (judgedBy !== null && judgedBy !== version) return { text: modelTrigger(version), at: now };
  return found ?? { text: fitTrigger(), at: now };
}

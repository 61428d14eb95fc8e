import type { AttemptKind, AttemptResult, RejectionReason } from "@/lib/handoff/outcome";
import type { Capture } from "@/lib/intake/arrivals";
import type { ActivityInput } from "@/lib/intake/input";
import type { FieldId } from "@/lib/standard/categories";

/**
 * What happened to one lead, named by the story's key, to be played through the product's own
 * commands at its time. `by` is the key of a member of staff.
 */
export type LeadHappening = { at: Date; lead: string } & (
  | { kind: "captured"; capture: Capture }
  | { kind: "acted"; activities: ActivityInput[] }
  | { kind: "summarised"; by: string; text: string }
  | { kind: "noted"; by: string; remark: "note" | "flag"; text: string }
  | { kind: "filled"; by: string; fieldId: FieldId; value: string }
  | { kind: "not_obtainable"; by: string; fieldId: FieldId; reason: string }
  | { kind: "set_aside"; by: string; reason: string }
  | { kind: "released"; by: string }
  | {
      kind: "attempted";
      handoffId: string;
      by: string;
      attempt: AttemptKind;
      result: AttemptResult;
      words?: string;
    }
  | { kind: "accepted"; handoffId: string; by: string }
  | {
      kind: "rejected";
      handoffId: string;
      by: string;
      reason: RejectionReason;
      fieldId?: FieldId;
      words?: string;
    }
  | { kind: "missed"; handoffId: string; by: string; fieldId: FieldId }
);

/** What systems send of many leads at once, each night. */
export type Sync = { at: Date; kind: "synced"; activities: ActivityInput[] };

export type Happening = LeadHappening | Sync;

/** The earlier first; what happens at one instant stays in the order it was told. */
export function inTime<T extends { at: Date }>(happenings: readonly T[]): T[] {
  return happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

import type { AttemptKind, AttemptResult, RejectionReason } from "@/lib/handoff/outcome";
import type { Capture } from "@/lib/intake/commands";
import type { ActivityInput } from "@/lib/intake/input";
import type { FieldId } from "@/lib/standard/categories";

/**
 * One thing that happened, to be played through the product's own commands at its time. `lead` is
 * the story's key of a lead, `by` that of a member of staff.
 */
export type Happening = { at: Date } & (
  | { kind: "captured"; leads: { lead: string; capture: Capture }[] }
  | { kind: "acted"; activities: ActivityInput[] }
  | { kind: "summarised"; lead: string; by: string; text: string }
  | { kind: "noted"; lead: string; by: string; remark: "note" | "flag"; text: string }
  | { kind: "filled"; lead: string; by: string; fieldId: FieldId; value: string }
  | { kind: "not_obtainable"; lead: string; by: string; fieldId: FieldId; reason: string }
  | { kind: "set_aside"; lead: string; by: string; reason: string }
  | { kind: "released"; lead: string; by: string }
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

/** The earlier first; what happens at one instant stays in the order it was told. */
export function inTime<T extends { at: Date }>(happenings: readonly T[]): T[] {
  return happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

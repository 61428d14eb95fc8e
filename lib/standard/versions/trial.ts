import { DAY } from "@/lib/platform/durations";
import type { FieldId } from "../categories";
import { fieldsOf } from "../field-states";

/** How far back a draft is tried: last quarter's leads (D.3). */
const TRIAL_DAYS = 90;

/** The first moment of the quarter that a trial looks at. */
export function triedFrom(now: Date): Date {
  return new Date(now.getTime() - TRIAL_DAYS * DAY);
}

/**
 * Leads that lack the same at the gate: the bits of what holds them under the version in force and
 * under the draft, 0 where nothing does.
 */
type TriedLeads = { now: number; draft: number; count: number };

/** How many leads a field holds, and how many of them it holds alone. */
export type HoldingField = { id: FieldId; held: number; alone: number };

/** What a draft would have done to the leads it was tried on. */
export type Trial = {
  leads: number;
  heldNow: number;
  heldByDraft: number;
  /** Held by the draft and not by the version in force. */
  more: number;
  /** Held by the version in force and not by the draft. */
  fewer: number;
  /** The fields by which the draft holds leads, those that hold most first. */
  fields: HoldingField[];
};

const total = (groups: readonly TriedLeads[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** Adds up what a trial found. */
export function trialOf(groups: readonly TriedLeads[]): Trial {
  const held = new Map<FieldId, HoldingField>();
  for (const { draft, count } of groups) {
    const fields = fieldsOf(draft);
    for (const id of fields) {
      const known = held.get(id) ?? { id, held: 0, alone: 0 };
      const alone = known.alone + (fields.length === 1 ? count : 0);
      held.set(id, { id, held: known.held + count, alone });
    }
  }
  return {
    leads: total(groups),
    heldNow: total(groups.filter(({ now }) => now > 0)),
    heldByDraft: total(groups.filter(({ draft }) => draft > 0)),
    more: total(groups.filter(({ now, draft }) => now === 0 && draft > 0)),
    fewer: total(groups.filter(({ now, draft }) => now > 0 && draft === 0)),
    fields: [...held.values()].toSorted((one, other) => other.held - one.held),
  };
}

import {
  contested,
  type Difference,
  differences,
  type StandardTerms,
  writtenOver,
} from "@/lib/standard/versions/difference";

/** What is written in a draft. `effectiveOn` is a day or empty: as soon as both have signed. */
export type DraftText = StandardTerms & { effectiveOn: string; reason: string };

/** A draft as the database has it. */
export type SavedDraft = DraftText & { id: string; revision: number; savedBy: string };

/** The draft under one's hands, and the revision it started from. */
export type DraftState = { mine: DraftText; base: SavedDraft };

/** What somebody else saved meanwhile, and where both wrote at the same place. */
export type DraftConflict = { theirs: SavedDraft; changes: Difference[]; both: Difference[] };

export const startedFrom = (base: SavedDraft): DraftState => ({ mine: base, base });

/** How many things are written and not saved. */
export function unsaved({ mine, base }: DraftState): number {
  const rest = [mine.effectiveOn !== base.effectiveOn, mine.reason.trim() !== base.reason.trim()];
  return differences(base, mine).length + rest.filter(Boolean).length;
}

/** Who has written nothing gets the newer revision; who has keeps what they wrote. */
export function withCurrent(state: DraftState, current: SavedDraft): DraftState {
  const newer = current.revision > state.base.revision || current.id !== state.base.id;
  return newer && unsaved(state) === 0 ? startedFrom(current) : state;
}

/** What stands against saving: a revision that somebody else saved meanwhile, or null. */
export function conflictWith(state: DraftState, current: SavedDraft): DraftConflict | null {
  if (current.revision <= state.base.revision || unsaved(state) === 0) return null;
  const { mine, base } = state;
  return {
    theirs: current,
    changes: differences(base, current),
    both: contested(base, mine, current),
  };
}

/** Goes on from the newer revision with one's own changes written over it. */
export function putOnTop({ mine, base }: DraftState, current: SavedDraft): DraftState {
  const chosen = <K extends "effectiveOn" | "reason">(part: K) =>
    mine[part] === base[part] ? current[part] : mine[part];
  const terms = writtenOver(base, mine, current);
  return {
    mine: { ...terms, effectiveOn: chosen("effectiveOn"), reason: chosen("reason") },
    base: current,
  };
}

/** A summary as the database has it; version 0 is the draft that nobody approved yet. */
export type SavedSummary = { version: number; text: string; author: string | null };

/** The editor: what is typed, and the version it started from. */
export type SummaryState = {
  text: string;
  base: SavedSummary;
  /** When text that was kept in this browser was put back. */
  restoredAt: string | null;
};

export const startedFrom = (base: SavedSummary): SummaryState => ({
  text: base.text,
  base,
  restoredAt: null,
});

/** True where what is typed differs from the version it started from. */
export const isDirty = ({ text, base }: SummaryState): boolean => text.trim() !== base.text.trim();

/**
 * The editor when the page brings what is in force now. Who has typed nothing gets the newer
 * version; who has keeps their text, and `conflictWith` says what stands against it.
 */
export function withCurrent(state: SummaryState, current: SavedSummary): SummaryState {
  const newer = current.version > state.base.version;
  return newer && !isDirty(state) ? startedFrom(current) : state;
}

/** The version that somebody else saved while this text was being written, or null. */
export function conflictWith(state: SummaryState, current: SavedSummary): SavedSummary | null {
  return current.version > state.base.version && isDirty(state) ? current : null;
}

/** Puts back text that this browser kept, with the version it was based on where that is known. */
export function restored(
  current: SavedSummary,
  kept: { text: string; basedOn: number; at: string } | null,
): SummaryState {
  const start = startedFrom(current);
  if (!kept || kept.text.trim() === current.text.trim()) return start;
  const base =
    kept.basedOn === current.version ? current : { version: kept.basedOn, text: "", author: null };
  return { text: kept.text, base, restoredAt: kept.at };
}

/** A line in a person's words, in characters: a rep reads one line. */
export const LONGEST_LINE = 140;

/**
 * What people made of a lead's curated trail (C3.8, O.2). A line is known by the key of the thing
 * it is about, such as `page:/pricing`, so that what was chosen outlives further activities.
 */
export type TrailEdits = {
  /** Lines that stay, the first five of them, whatever else the lead does. */
  pinned: readonly string[];
  /** Lines that stay out until the lead does it again after `through`, an ISO 8601 instant. */
  dropped: readonly { key: string; through: string }[];
  /** A person's words for a line, as long as it is made of these parts. */
  reworded: readonly { key: string; parts: readonly string[]; text: string }[];
  /** Things that make one line; its key is the first one's. */
  merged: readonly (readonly string[])[];
  /** Lines as a person ordered them; what is not among them comes after, the newest first. */
  order: readonly string[];
};

export const NO_EDITS: TrailEdits = {
  pinned: [],
  dropped: [],
  reworded: [],
  merged: [],
  order: [],
};

/** True where nobody changed anything, or all of it was taken back. */
export const isUntouched = (edits: TrailEdits): boolean =>
  Object.values(edits).every((list) => list.length === 0);

/** The texts that somebody writes on a lead's page before they are saved. */
export const PARTS = ["summary", "note"] as const;
export type Part = (typeof PARTS)[number];

/** Text that was typed and not saved yet. `at` is when, an ISO 8601 instant. */
export type UnsavedText = {
  text: string;
  /** The version of the summary it was based on; 0 for the draft and for a note. */
  basedOn: number;
  at: string;
};

/** Somebody else who has the lead open, or left text there that they did not save. */
export type Other = {
  name: string;
  here: boolean;
  writing: boolean;
  /** Their summary as far as they have it. */
  text: string | null;
};

/** Seconds after which somebody who sends no sign of life counts as gone; a sign comes every five. */
export const HERE_FOR = 15;
/** Seconds after the last key for which somebody counts as writing. */
export const WRITING_FOR = 15;

/** What the server knows of a lead's page besides what one types on it. */
export type PageNews = {
  others: Other[];
  /** One's own unsaved summary as it is kept, whichever page it was typed on. */
  own: string | null;
  /** The summary's version in force; 0 while nobody saved one. */
  version: number;
};

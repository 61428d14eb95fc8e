/** The groups of the model (C4.2 to C4.4), each a score of its own. */
export const SCORE_GROUPS = ["fit", "intent", "behavior"] as const;

/** The four numbers of a score (C4.1 to C4.4). */
export const SCORE_PARTS = ["total", ...SCORE_GROUPS] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** Whose row of the ledger it is: a group of the model's, a MAP's number, or a person's. */
export const LEDGER_GROUPS = [...SCORE_GROUPS, "map", "person"] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

/** One row of the ledger. `points` are whole points of the total, negative for what held it down. */
export type ScoreEntry = {
  rule: string;
  label: string;
  group: LedgerGroup;
  points: number;
  activityIds: string[];
};

/** What became of a row; every row becomes exactly one of these. */
export const ROW_RESULTS = ["new", "changed", "unchanged", "refused"] as const;
export type RowResult = (typeof ROW_RESULTS)[number];

/** How many rows became what. */
export type Counts = Readonly<Record<RowResult, number>>;

export const NO_ROWS: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };

/** What became of some rows, added to `before`. */
export function countResults(results: readonly { result: RowResult }[], before = NO_ROWS): Counts {
  const counts = { ...before };
  for (const { result } of results) counts[result] += 1;
  return counts;
}

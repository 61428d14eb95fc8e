/** One line of the table: a ratio of two things measured in the same run, and what it may be. */
export type Row = {
  what: string;
  ratio: number;
  limit: { way: "at least" | "at most" | "below"; of: number };
  /** The two numbers behind the ratio, in words: '41 of 96 a second'. */
  measured: string;
};

/** Whether a row keeps its limit. A ratio that could not be measured (NaN) does not. */
export function keeps({ ratio, limit: { way, of } }: Row): boolean {
  if (way === "at least") return ratio >= of;
  return way === "below" ? ratio < of : ratio <= of;
}

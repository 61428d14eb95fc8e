/** What a sample can be stratified by (A.1), as a form asks it: "Keep the mix of: sources". */
export const STRATA = {
  none: "Nothing, a simple sample",
  source: "Sources",
  rep: "Reps",
  segment: "Segments",
} as const;
export type StrataBy = keyof typeof STRATA;

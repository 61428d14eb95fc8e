/** What a sample can be stratified by (A.1). */
export const STRATA = {
  none: "Nothing, a simple sample",
  source: "Source",
  rep: "Rep",
  segment: "Segment",
} as const;
export type StrataBy = keyof typeof STRATA;

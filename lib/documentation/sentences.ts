/** Spec C3.9: a summary has two to three sentences. More is allowed, and remarked on. */
export const SUMMARY_SENTENCES = 3;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** How many sentences a text has; one that is not finished counts. */
export function sentenceCount(text: string): number {
  return [...segmenter.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}

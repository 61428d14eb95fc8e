/** Why a lead leaves a sample (A.1). That it looks bad is none. */
export const SWAP_REASONS = {
  test: "A test, no lead",
  own_staff: "Our own staff",
  duplicate: "The same lead twice",
  left_company: "No longer at the company",
  other: "Something else",
} as const;
export type SwapReason = keyof typeof SWAP_REASONS;

/** What may be said beside the reason, in characters. */
export const LONGEST_SWAP_WORDS = 500;

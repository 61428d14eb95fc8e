import type { Level, Trust } from "@/lib/standard/field";

/** The words of the checklist as a row shows them. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  required: "Required",
  recommended: "Recommended",
  optional: "Optional",
};

export const TRUST_WORDS: Readonly<Record<Trust, string>> = {
  captured: "Captured",
  verified: "Verified",
};

/** What is wanted stands out, the rest recedes. */
export const LEVEL_LOOKS: Readonly<Record<Level, string>> = {
  required: "font-semibold text-ink",
  recommended: "text-soft",
  optional: "text-faint",
};

import type { ExclusionRule } from "./rule";

/** X.4: what our own reps did or noted before. */
export const internalSales = {
  id: "internal_sales",
  label: () => "Our own sales activity",
  why: "A rep of ours did it or noted it; the lead did not.",
  judge: () => (activity) => activity.kind === "sales_activity",
} as const satisfies ExclusionRule;

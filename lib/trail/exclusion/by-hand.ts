import type { ExclusionRule } from "./rule";

/** X.6: a person may leave out more than the rules do. */
export const byHand = {
  id: "by_hand",
  label: () => "Left out by a person",
  why: "Somebody of marketing ops chose so for this lead.",
  judge(_activities, settings) {
    const chosen = new Set(settings.leftOutByHand);
    return ({ id }) => chosen.has(id);
  },
} as const satisfies ExclusionRule;

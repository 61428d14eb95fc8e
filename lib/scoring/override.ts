import { type Score, UNSCORED } from "./score";

/** The total that a person set, and why. `at` is an ISO 8601 instant. */
export type ScoreOverride = { total: number; reason: string; author: string; at: string };

/** The rule of the ledger's row that says so. */
const OVERRIDE_RULE = "override";

/** Without its full stop, to be followed by words. */
const unstopped = (reason: string) => reason.trim().replace(/[.\s]+$/u, "");

/** What the ledger and the trigger say of it: 'Maya set the score to 72: the CFO called us'. */
export function overrideWords({ author, total, reason }: ScoreOverride): string {
  return `${author} set the score to ${total}: ${unstopped(reason)}`;
}

/**
 * The score that counts: the person's total where one was set, otherwise the model's. The model's
 * rows stay as they are; one more row makes up the difference, so that they still add up.
 */
export function overridden(scored: Score | null, override: ScoreOverride | null): Score | null {
  if (!override) return scored;
  const { entries, ...numbers } = scored ?? UNSCORED;
  const points = override.total - numbers.total;
  const row = {
    rule: OVERRIDE_RULE,
    label: overrideWords(override),
    group: "person" as const,
    points,
    activityIds: [],
  };
  return { ...numbers, total: override.total, entries: points === 0 ? entries : [row, ...entries] };
}

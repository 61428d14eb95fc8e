import { KEPT } from "../exclusion/exclusion-days";
import { EXCLUSION_RULES, exclusionLabel, exclusionWhy, goesByAge } from "../exclusion/exclusions";
import type { TrailSettings } from "../settings";

/** What was counted of one rule: in these 30 days, and in the 30 before. */
export type RuleCount = { rule: string; count: number; before: number };
/** How often people brought back what a rule had left out, in these 30 days. */
type BroughtBack = { rule: string; count: number };

/** One line of the report. */
export type ExclusionLine = RuleCount & {
  label: string;
  why: string;
  broughtBack: number;
  /** Of all activities of these 30 days; null for rules that go by age. */
  share: number | null;
  /** People bring back much of what it leaves out, or it leaves out much more than before. */
  suspicious: boolean;
};

/** From this many on a jump says something. */
const TELLING = 20;
/** Twice as many as before is a jump. */
const JUMP = 2;
/** So much brought back means that the rule is wrong about good data. */
const WRONG_SHARE = 0.1;

function isSuspicious({ rule, count, before }: RuleCount, broughtBack: number): boolean {
  if (goesByAge(rule) || rule === "by_hand") return false;
  const jumped = count >= TELLING && before > 0 && count >= before * JUMP;
  return jumped || (broughtBack > 1 && broughtBack >= (count + broughtBack) * WRONG_SHARE);
}

/**
 * What was left out, rule by rule in the order in which they are asked (X.6), without rules that
 * had nothing to do in either time.
 */
export function exclusionLines(
  counts: readonly RuleCount[],
  broughtBack: readonly BroughtBack[],
  settings: TrailSettings,
): ExclusionLine[] {
  const of = new Map(counts.map((one) => [one.rule, one]));
  const back = new Map(broughtBack.map((one) => [one.rule, one.count]));
  const all = counts
    .filter(({ rule }) => rule === KEPT || !goesByAge(rule))
    .reduce((sum, { count }) => sum + count, 0);
  return EXCLUSION_RULES.map(({ id }) => of.get(id) ?? { rule: id, count: 0, before: 0 })
    .map((one) => ({
      ...one,
      label: exclusionLabel(one.rule, settings),
      why: exclusionWhy(one.rule) ?? "",
      broughtBack: back.get(one.rule) ?? 0,
      share: goesByAge(one.rule) || all === 0 ? null : one.count / all,
      suspicious: isSuspicious(one, back.get(one.rule) ?? 0),
    }))
    .filter(({ count, before, broughtBack: undone }) => count + before + undone > 0);
}

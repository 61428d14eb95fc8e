import type { Criterion, ScoringModel } from "../model/model";
import type { CompanyFacts } from "./company-facts";
import { type Answer, answerOf, pointsOf } from "./criterion";

/** A criterion's part in the fit score. */
type FitEntry = { rule: string; label: string; points: number };

export type Tier = 1 | 2 | 3;

/** C2.6 and C2.7: the tier, the sub-score (0 to 100), and the criteria by their labels. */
export type IcpFit = {
  tier: Tier;
  score: number;
  met: string[];
  missed: string[];
  unknown: string[];
  entries: FitEntry[];
};

function entryOf(criterion: Criterion, answer: Answer): FitEntry {
  const { id: rule, label, missedLabel } = criterion;
  const points = pointsOf(criterion, answer);
  return { rule, label: answer === "met" ? label : missedLabel, points };
}

/** A sum of points as the sub-score: from 0 to 100, whole. */
export function fitScore(sum: number): number {
  return Math.round(Math.min(100, Math.max(0, sum)));
}

/** C2.6: the tier that a sub-score gives. */
export function tierOf(score: number, { tiers }: Pick<ScoringModel, "tiers">): Tier {
  return score >= tiers.one ? 1 : score >= tiers.two ? 2 : 3;
}

/** Whether enough is known for a tier at all: the company's size, or what it does. */
export function isJudgeable(facts: Pick<CompanyFacts, "employees" | "industry">): boolean {
  return facts.employees !== null || Boolean(facts.industry);
}

/**
 * How well a company meets the ICP (C2.6, C2.7). What is not known is 'unknown': it earns nothing
 * and is not held against the lead. Null, and so no tier, where neither size nor industry is known.
 */
export function icpFit(facts: CompanyFacts, model: ScoringModel): IcpFit | null {
  if (!isJudgeable(facts)) return null;
  const answers = model.criteria.map((criterion) => ({
    criterion,
    answer: answerOf(criterion, facts),
  }));
  const labels = (wanted: Answer) =>
    answers.flatMap(({ criterion, answer }) => (answer === wanted ? [criterion.label] : []));
  const entries = answers
    .map(({ criterion, answer }) => entryOf(criterion, answer))
    .filter(({ points }) => points !== 0);
  const score = fitScore(entries.reduce((total, { points }) => total + points, 0));
  return {
    tier: tierOf(score, model),
    score,
    met: labels("met"),
    missed: labels("missed"),
    unknown: labels("unknown"),
    entries,
  };
}

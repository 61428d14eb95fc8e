import type { Criterion, ScoringModel } from "./model";
import { revenueFloor } from "./revenue-band";
import { mentions, spaced } from "./words";

/** What is known of a company and of the lead's place in it; null or empty where it is not. */
export type CompanyFacts = {
  employees: number | null;
  industry: string | null;
  techStack: readonly string[] | null;
  /** ISO 3166 country code. */
  region: string | null;
  /** A band as a provider words it, such as '€ 180–220 M'. */
  revenue: string | null;
  jobTitle?: string | null;
};

/** A criterion's part in the fit score. */
export type FitEntry = { rule: string; label: string; points: number };

/** C2.6 and C2.7: the tier, the sub-score (0 to 100), and the criteria by their labels. */
export type IcpFit = {
  tier: 1 | 2 | 3;
  score: number;
  met: string[];
  missed: string[];
  unknown: string[];
  entries: FitEntry[];
};

type Answer = "met" | "missed" | "unknown";

function isMet(criterion: Criterion, facts: CompanyFacts): boolean | null {
  switch (criterion.fact) {
    case "employees":
      return facts.employees === null
        ? null
        : facts.employees >= criterion.atLeast && facts.employees <= criterion.atMost;
    case "revenue": {
      const floor = facts.revenue === null ? null : revenueFloor(facts.revenue);
      return floor === null ? null : floor >= criterion.atLeastMillions;
    }
    case "region":
      return facts.region ? criterion.countries.includes(facts.region.toUpperCase()) : null;
    case "techStack":
      return facts.techStack?.length
        ? mentions(spaced(facts.techStack.join(" ")), criterion.words)
        : null;
    case "industry":
    case "jobTitle": {
      const text = facts[criterion.fact];
      return text ? mentions(spaced(text), criterion.words) : null;
    }
  }
}

function answer(criterion: Criterion, facts: CompanyFacts): Answer {
  const met = isMet(criterion, facts);
  return met === null ? "unknown" : met ? "met" : "missed";
}

function entryOf(criterion: Criterion, answered: Answer): FitEntry {
  const { id: rule, label, missedLabel, points, penalty } = criterion;
  if (answered === "met") return { rule, label, points };
  return { rule, label: missedLabel, points: answered === "missed" && penalty > 0 ? -penalty : 0 };
}

/**
 * How well a company meets the ICP (C2.6, C2.7). What is not known is 'unknown': it earns nothing
 * and is not held against the lead. Null, and so no tier, where neither size nor industry is known.
 */
export function icpFit(facts: CompanyFacts, model: ScoringModel): IcpFit | null {
  if (facts.employees === null && !facts.industry) return null;
  const answers = model.criteria.map((criterion) => ({
    criterion,
    answered: answer(criterion, facts),
  }));
  const labels = (wanted: Answer) =>
    answers.flatMap(({ criterion, answered }) => (answered === wanted ? [criterion.label] : []));
  const entries = answers
    .map(({ criterion, answered }) => entryOf(criterion, answered))
    .filter(({ points }) => points !== 0);
  const sum = entries.reduce((total, { points }) => total + points, 0);
  const score = Math.round(Math.min(100, Math.max(0, sum)));
  const tier = score >= model.tiers.one ? 1 : score >= model.tiers.two ? 2 : 3;
  return {
    tier,
    score,
    met: labels("met"),
    missed: labels("missed"),
    unknown: labels("unknown"),
    entries,
  };
}

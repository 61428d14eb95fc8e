import type { Criterion, ScoringModel } from "../model/model";
import type { CompanyFacts } from "./company-facts";
import { answerOf, pointsOf } from "./criterion";
import { fitScore, isJudgeable, type Tier, tierOf } from "./icp";

/** Leads that no criterion tells apart: one of them is judged for all. */
export type LeadGroup = {
  facts: CompanyFacts;
  /** The tier they have now. */
  tier: Tier | null;
  /** Whether a rep has them: then their handoffs stay, and they are not judged again. */
  handedOff: boolean;
  /** Points of the total that a documented lead lacks until it goes out; null where it is none such. */
  lacks: number | null;
  count: number;
  /** The newest of them, newest first, with when they were captured, in seconds since 1970. */
  newest: { id: string; capturedAt: number }[];
};

/** How many go from one tier to another, or stay; null stands for 'no tier'. */
export type TierMove = { from: Tier | null; to: Tier | null; count: number };

export type TierPreview = {
  /** Leads that would be judged again. */
  leads: number;
  moving: number;
  moves: TierMove[];
  /** Leads whom a rep has, and who would be of another tier if they came today. */
  handedOff: number;
  /** About how many documented leads would reach the threshold, and go to reps at once. */
  released: number;
  /** The newest leads that move, newest first. */
  first: { id: string; from: Tier | null; to: Tier | null }[];
};

type Icp = Pick<ScoringModel, "criteria" | "tiers">;

/**
 * The points that facts bring, remembering each criterion's answer to each fact: of a hundred
 * thousand leads, few differ in any one of them.
 */
function pointsByFact(criteria: readonly Criterion[]): (facts: CompanyFacts) => number {
  const known = criteria.map((criterion) => ({ criterion, points: new Map<string, number>() }));
  return (facts) =>
    known.reduce((sum, { criterion, points }) => {
      const fact = facts[criterion.fact] ?? null;
      const key = typeof fact === "string" ? fact : JSON.stringify(fact);
      const found = points.get(key) ?? pointsOf(criterion, answerOf(criterion, facts));
      points.set(key, found);
      return sum + found;
    }, 0);
}

/** The sub-score and tier of a group under an ICP, as `icpFit` gives them. */
function judge(icp: Icp): (facts: CompanyFacts) => { score: number; tier: Tier } | null {
  const points = pointsByFact(icp.criteria);
  return (facts) => {
    if (!isJudgeable(facts)) return null;
    const score = fitScore(points(facts));
    return { score, tier: tierOf(score, icp) };
  };
}

function newestOf(groups: readonly (LeadGroup & { to: Tier | null })[], most: number) {
  return groups
    .filter(({ handedOff }) => !handedOff)
    .flatMap(({ newest, tier: from, to }) => newest.map((lead) => ({ ...lead, from, to })))
    .sort((a, b) => b.capturedAt - a.capturedAt || a.id.localeCompare(b.id))
    .slice(0, most)
    .map(({ id, from, to }) => ({ id, from, to }));
}

const total = (groups: readonly LeadGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);

function matrix(groups: readonly (LeadGroup & { to: Tier | null })[]): TierMove[] {
  const byMove = Map.groupBy(groups, ({ tier, to }) => `${tier} ${to}`);
  return [...byMove.values()].flatMap((those) => {
    const [one] = those;
    return one ? [{ from: one.tier, to: one.to, count: total(those) }] : [];
  });
}

/**
 * What an ICP would change for the leads there are, before it is saved. `now` is the model in
 * force. The number of leads released is worked out from their scores of today, so it is about
 * right; everything else is exact. `most` limits the list of leads.
 */
export function tierMoves(
  groups: readonly LeadGroup[],
  icp: Icp,
  now: ScoringModel,
  most = 10,
): TierPreview {
  const before = judge(now);
  const after = judge(icp);
  const judged = groups.map((group) => {
    const [was, will] = [before(group.facts), after(group.facts)];
    const gain = ((will?.score ?? 0) - (was?.score ?? 0)) * now.weights.fit;
    return { ...group, to: will?.tier ?? null, gain };
  });
  const open = judged.filter(({ handedOff }) => !handedOff);
  const moving = judged.filter(({ tier, to }) => tier !== to);
  return {
    leads: total(open),
    moving: total(moving.filter(({ handedOff }) => !handedOff)),
    moves: matrix(open),
    handedOff: total(moving.filter(({ handedOff }) => handedOff)),
    released: total(open.filter(({ lacks, gain }) => lacks !== null && gain > 0 && gain >= lacks)),
    first: newestOf(moving, most),
  };
}

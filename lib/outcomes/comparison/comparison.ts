import { differenceOf, isBeyondChance, type ShareDifference } from "@/lib/statistics/difference";
import { neededInEach } from "@/lib/statistics/needed";
import { type Pooled, pooledDifference, type Stratum } from "@/lib/statistics/pooled";
import { type Rate, rateOf } from "@/lib/statistics/rate";

/** Routed leads for one question: their stratum, whether warm, how many there are, and how many met it. */
export type Answered = { stratum: string; warm: boolean; met: number; of: number };

/** Warm against partial handoffs for one question (R.1). Ratios; null where there is nothing. */
export type Comparison = {
  warm: Rate | null;
  partial: Rate | null;
  /** All in one, which good leads that are also well documented can fool. */
  plain: ShareDifference | null;
  /** Within tier and source. */
  within: Pooled | null;
  /** How many each group would need to show ten points; null where the data show something. */
  enough: number | null;
};

/** A difference that is worth knowing of. */
const WORTH_POINTS = 0.1;
/** Fewer than this in a group is an anecdote. */
export const LEAST_IN_GROUP = 20;

const counted = (answers: readonly Answered[]) => ({
  count: answers.reduce((sum, { met }) => sum + met, 0),
  of: answers.reduce((sum, { of }) => sum + of, 0),
});

function stratumOf(answers: readonly Answered[]): Stratum {
  const [one, other] = [true, false].map((warm) =>
    counted(answers.filter((answer) => answer.warm === warm)),
  );
  return {
    met: one?.count ?? 0,
    of: one?.of ?? 0,
    otherMet: other?.count ?? 0,
    otherOf: other?.of ?? 0,
  };
}

/** True where the interval of the difference within strata lies on one side of nothing. */
export const isShown = ({ warm, partial, within }: Omit<Comparison, "enough">): boolean =>
  within !== null &&
  (warm?.of ?? 0) >= LEAST_IN_GROUP &&
  (partial?.of ?? 0) >= LEAST_IN_GROUP &&
  isBeyondChance(within);

/** Compares warm handoffs with partial ones, in all and within strata (R.1). */
export function compare(answers: readonly Answered[]): Comparison {
  const { met, of, otherMet, otherOf } = stratumOf(answers);
  const [warm, partial] = [rateOf(met, of), rateOf(otherMet, otherOf)];
  const strata = [...Map.groupBy(answers, ({ stratum }) => stratum).values()].map(stratumOf);
  const result = {
    warm,
    partial,
    within: pooledDifference(strata),
    plain: differenceOf({ count: met, of }, { count: otherMet, of: otherOf }),
  };
  const known = partial ?? warm;
  const enough = isShown(result) || !known ? null : neededInEach(known.rate, WORTH_POINTS);
  return { ...result, enough };
}

/** How many warm and partial handoffs a stratum has; only one with both can be compared. */
type StratumCount = { stratum: string; warm: number; partial: number };

/** The strata of handoffs whose outcome is known, with what each could be compared by. */
export const stratumCounts = (answers: readonly Answered[]): StratumCount[] =>
  [...Map.groupBy(answers, ({ stratum }) => stratum)]
    .map(([stratum, of]) => ({
      stratum,
      warm: counted(of.filter(({ warm }) => warm)).of,
      partial: counted(of.filter(({ warm }) => !warm)).of,
    }))
    .toSorted((one, other) => other.warm + other.partial - one.warm - one.partial);

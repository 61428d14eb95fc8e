import { type Rate, rateOf } from "@/lib/statistics/rate";

/** Fewer decisions than this on either side are no comparison. */
export const LEAST_DECISIONS = 20;

/** Accepted of decided handoffs. */
type Accepted = { accepted: number; of: number };

/** A phrase with how often it was used, and how reps decided on leads with it and without it. */
export type PhraseUsage = {
  id: string;
  text: string;
  /** Leads that carry it. */
  leads: number;
  withIt: Accepted;
  withoutIt: Accepted;
};

/**
 * How often leads that carried a phrase were accepted, beside those that did not, each with its 95%
 * interval. Null where either side has too few decisions. A difference is no cause: who flags a lead
 * knew something of it.
 */
export function acceptance({
  withIt,
  withoutIt,
}: Pick<PhraseUsage, "withIt" | "withoutIt">): { withIt: Rate; withoutIt: Rate } | null {
  if (Math.min(withIt.of, withoutIt.of) < LEAST_DECISIONS) return null;
  const [carried, other] = [withIt, withoutIt].map(({ accepted, of }) => rateOf(accepted, of));
  return carried && other ? { withIt: carried, withoutIt: other } : null;
}

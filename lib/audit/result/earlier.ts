import type { CategoryKey } from "@/lib/standard/categories";
import { differenceOf, isBeyondChance, type ShareDifference } from "@/lib/statistics/difference";
import type { CategoryResult } from "./result";

/** How much more of a category is complete than in an earlier audit, with its 95% interval. */
export type Change = {
  key: CategoryKey;
  label: string;
  difference: ShareDifference;
  shown: boolean;
};

/** The change of each category against an earlier audit; shown only where chance cannot have made it. */
export function changesSince(
  results: readonly CategoryResult[],
  earlier: readonly CategoryResult[],
): Change[] {
  return results.flatMap(({ key, label, rates }) => {
    const [now, before] = [rates.complete, earlier.find((one) => one.key === key)?.rates.complete];
    const share = (rate: NonNullable<typeof now>) => ({ count: rate.complete, of: rate.of });
    const difference = now && before ? differenceOf(share(now), share(before)) : null;
    if (!difference) return [];
    return [{ key, label, difference, shown: isBeyondChance(difference) }];
  });
}

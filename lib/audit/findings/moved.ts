import { differenceOf, type Share, type ShareDifference } from "@/lib/statistics/difference";

/**
 * Whether a gap is really smaller than it was (A.5): only where the whole 95% interval of the fall
 * lies above nothing (Newcombe 1998, method 10). Null where nothing could be counted.
 */
export function fallOf(before: Share, after: Share): (ShareDifference & { moved: boolean }) | null {
  const fall = differenceOf(before, after);
  return fall && { ...fall, moved: fall.low > 0 };
}

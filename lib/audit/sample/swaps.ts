import type { SwapReason } from "../draw/swap-reasons";
import type { SwapView } from "./view";

/** A lead of a sample as it came in: drawn at first, or for another one with why, by whom and when. */
export type Entered = {
  id: string;
  replacesId: string | null;
  name: string;
  reason: SwapReason | null;
  words: string | null;
  by: string | null;
  at: Date | null;
};

/**
 * The leads of a sample that stand, in their order, each with every swap that led to it, the first
 * one first: a place may be swapped more than once, and each time for a reason that is told (A.1).
 */
export function standing<Row extends Entered>(
  rows: readonly Row[],
): { row: Row; swaps: SwapView[] }[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const gone = new Set(rows.map(({ replacesId }) => replacesId));
  const swapsOf = ({ replacesId, reason, words, by, at }: Entered): SwapView[] => {
    const before = replacesId === null ? undefined : byId.get(replacesId);
    if (!before || !reason || by === null || !at) return [];
    return [...swapsOf(before), { out: before.name, reason, words, by, at }];
  };
  return rows.filter(({ id }) => !gone.has(id)).map((row) => ({ row, swaps: swapsOf(row) }));
}

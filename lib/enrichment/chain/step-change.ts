import type { Outcome } from "@/lib/access/outcome";
import { refused } from "@/lib/access/outcome";
import { keysOf } from "@/lib/platform/keys-of";
import { fieldDefinition } from "@/lib/standard/categories";
import type { Fills, ProviderLookup } from "../provider";
import { BUDGET_MS } from "./chain";

/** What an admin may change of a step. */
export type StepChange = {
  id: string;
  position: number;
  enabled: boolean;
  timeLimitMs: number;
  cacheDays: number;
  fills: Fills;
};

const SHORTEST_MS = 500;
const MOST_DAYS = 3_650;

/**
 * What is wrong with a step as it is to be, in words that name the field; null where nothing is.
 * `label` names its provider, `lookup` is what it can do.
 */
export function stepFault(
  change: StepChange,
  label: string,
  lookup: ProviderLookup,
): Extract<Outcome, { ok: false }> | null {
  const beyond = keysOf(change.fills).find((id) => lookup.fills[id] === undefined);
  if (beyond) return refused(`${label} cannot fill ${fieldDefinition(beyond).label}.`, "fills");
  if (change.timeLimitMs < SHORTEST_MS || change.timeLimitMs > BUDGET_MS)
    return refused(
      `The time limit of ${label} must be between half a second and 30 seconds, as all asking ends by then.`,
      "timeLimitMs",
    );
  if (change.cacheDays < 0 || change.cacheDays > MOST_DAYS)
    return refused(`${label}'s answers can be kept for 0 to ${MOST_DAYS} days.`, "cacheDays");
  return null;
}

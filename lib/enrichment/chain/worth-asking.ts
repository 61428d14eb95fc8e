import { DAY } from "@/lib/platform/durations";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import { shortfall } from "@/lib/standard/completeness";
import type { FillMode } from "@/lib/standard/fill-mode";
import type { Standard } from "@/lib/standard/standard";
import { prevailing, type StoredValue } from "@/lib/standard/values/prevailing";
import { fillsOf, type Step } from "./step";

/** What is known of one field: every stored value of it, and the one that prevails. */
type Known = { id: FieldId; values: readonly StoredValue[]; winner: StoredValue | null };

/** True where the standard is not content with the field; an optional one is wanted where it is free. */
function isShort({ id, winner }: Known, step: Step, standard: Standard): boolean {
  const requirement = standard.requirements[id];
  if (requirement.level === "optional" && step.costCents > 0) return false;
  return shortfall(fieldDefinition(id), winner ?? undefined, requirement) !== null;
}

/** True where a value is a provider's or the CRM's and older than the step's answers are kept. */
function isOld(value: StoredValue | null, { cacheDays }: Step, now: Date): boolean {
  if (value?.source !== "enrichment" && value?.source !== "crm") return false;
  if (cacheDays === 0) return false;
  return now.getTime() - Date.parse(value.obtainedAt) > cacheDays * DAY;
}

function couldChange(known: Known, mode: FillMode, step: Step, standard: Standard, now: Date) {
  const { winner, values } = known;
  const filledByHand = winner?.source === "person" && winner.notObtainable === undefined;
  if (filledByHand) return false;
  const isBlank = !winner || winner.mode === "blank" || winner.notObtainable !== undefined;
  if (mode === "blank") return isBlank && isShort(known, step, standard);
  if (isShort(known, step, standard)) return true;
  if (mode === "refresh") return isOld(winner, step, now);
  const own = values.find(({ provider }) => provider === step.label);
  return !own || isOld(own, step, now);
}

/**
 * True where a step could change something (G.2): a field it may fill is short of the standard, or
 * it refreshes and what is kept is old, or it overrides and its own value is not there, or is old.
 */
export function isWorthAsking(
  step: Step,
  values: readonly StoredValue[],
  standard: Standard,
  now: Date,
): boolean {
  return fillsOf(step).some(([id, mode]) => {
    const ofField = values.filter(({ fieldId }) => fieldId === id);
    const known = { id, values: ofField, winner: prevailing(ofField) };
    return couldChange(known, mode, step, standard, now);
  });
}

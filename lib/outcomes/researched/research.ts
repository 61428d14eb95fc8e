import { type FieldId, fieldDefinition } from "@/lib/standard/categories";

/** What a rep said of one handoff: whether they looked something up, what, and for how long. */
export type Told = { lookedUp: boolean; fieldIds: readonly FieldId[]; minutes: number | null };

/** What looking one field up costs; `hours` a month, as told. */
type FieldResearch = { fieldId: FieldId; label: string; times: number; hours: number };

const WEEKS_A_MONTH = 365.25 / 12 / 7;

/**
 * Research by field, the costliest first (R.2), of what was told in so many weeks. Minutes that were told for several fields are
 * shared out evenly among them, since nobody can say which took how long.
 */
export function researchByField(told: readonly Told[], weeks: number): FieldResearch[] {
  const months = weeks / WEEKS_A_MONTH;
  const shares = told.flatMap(({ fieldIds, minutes }) =>
    fieldIds.map((fieldId) => ({ fieldId, minutes: (minutes ?? 0) / fieldIds.length })),
  );
  return [...Map.groupBy(shares, ({ fieldId }) => fieldId)]
    .map(([fieldId, of]) => ({
      fieldId,
      label: fieldDefinition(fieldId).label,
      times: of.length,
      hours: of.reduce((sum, { minutes }) => sum + minutes, 0) / 60 / months,
    }))
    .toSorted((one, other) => other.hours - one.hours);
}

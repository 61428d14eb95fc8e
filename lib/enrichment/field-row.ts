import type { leadField } from "@/db/schema/lead";
import type { FieldRow } from "./values/merge-fields";

/** A stored value as rules read it: instants as ISO 8601, and what is not there left out. */
export function fieldRow(row: typeof leadField.$inferSelect): FieldRow {
  return {
    fieldId: row.fieldId,
    value: row.value,
    source: row.source,
    provider: row.provider,
    obtainedAt: row.obtainedAt.toISOString(),
    verified: row.verified,
    prevails: row.prevails,
    ...(row.notObtainable === null ? {} : { notObtainable: row.notObtainable }),
    ...(row.detail === null ? {} : { detail: row.detail }),
    ...(row.mode === null ? {} : { mode: row.mode }),
    ...(row.wrongValues === null ? {} : { wrongValues: row.wrongValues }),
  };
}

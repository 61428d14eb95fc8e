import { type FieldRow, mergeFields } from "@/lib/enrichment/values/merge-fields";
import type { Assessment } from "./assessment";
import type { LeadFile } from "./lead-file";

/**
 * The rows that must be written so that the stored ICP (C2.6, C2.7), which the gate in the database
 * reads like any other field, says what the assessment says: also nothing, where the facts it
 * rested on are gone.
 */
export function icpRows({ values }: Pick<LeadFile, "values">, { icp }: Pick<Assessment, "icp">) {
  const scored = values.filter(({ source }) => source === "scoring");
  const withdrawn = scored
    .filter(({ fieldId, prevails }) => prevails && !(fieldId in icp))
    .map(({ detail: _, ...row }): FieldRow => ({ ...row, value: null, prevails: false }));
  return [...withdrawn, ...mergeFields(scored, icp).rows];
}

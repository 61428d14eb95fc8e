import { type LeadInput, leadFields, leadInput } from "../input";
import { meantValues, type RowAnswer, validated } from "./row-answer";

export type LeadField = keyof typeof leadFields;
export const LEAD_FIELDS = Object.keys(leadFields) as LeadField[];

/** A row's values by field, as the validated lead, or the field at fault and why. */
export function leadRow(values: Readonly<Record<string, string>>): RowAnswer<LeadInput> {
  // A MAP writes N/A where it has no address; the external id may still identify the lead.
  return validated(leadInput, meantValues(values, ["email", "externalId", "capturedAt"]));
}

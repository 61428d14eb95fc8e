import { type OutcomeInput, outcomeInput } from "../input";
import { meantValues, type RowAnswer, validated } from "./row-answer";

/**
 * A row's values by field, as the validated opportunity or won deal, or the field at fault and why. `others` are
 * the columns without a field, by their names; they are kept as the deal's details.
 */
export function outcomeRow(
  values: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): RowAnswer<OutcomeInput> {
  const details = meantValues(others, []);
  return validated(outcomeInput, { ...meantValues(values, ["email", "externalId"]), details });
}

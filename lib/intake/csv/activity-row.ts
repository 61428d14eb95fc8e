import { ACTIVITY_DETAILS, ACTIVITY_KINDS, type ActivityKind } from "../activities/activity";
import { type ActivityInput, activityEnvelope, activityInput } from "../input";
import { meantValues, type RowAnswer, validated } from "./row-answer";

const COMMON = new Set(Object.keys(activityEnvelope));

/**
 * A row's values by field, as the validated activity, or the field at fault and why. One file holds
 * all kinds, so a column that this row's kind has no use for is passed over.
 */
export function activityRow(values: Readonly<Record<string, string>>): RowAnswer<ActivityInput> {
  const meant = meantValues(values, ["leadEmail", "leadExternalId"]);
  const kind = kindOf(meant.kind);
  if (!kind) return validated(activityInput, meant);
  const own = Object.keys(ACTIVITY_DETAILS[kind].shape);
  const given = Object.entries(meant).filter(([field]) => COMMON.has(field) || own.includes(field));
  const { seconds, ...rest } = Object.fromEntries(given);
  if (seconds === undefined) return validated(activityInput, { ...rest, kind });
  const number = Number(seconds.trim().replace(",", "."));
  if (Number.isNaN(number)) return { ok: false, field: "seconds", reason: "is not a number" };
  return validated(activityInput, { ...rest, kind, seconds: number });
}

/** 'Page viewed', 'page-viewed' and 'page_viewed' are one kind. */
function kindOf(text: string | undefined): ActivityKind | undefined {
  const word = (text ?? "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return ACTIVITY_KINDS.find((kind) => kind === word);
}

import {
  CATEGORIES,
  type Category,
  type Completeness,
  type FieldId,
  type FieldValues,
} from "./categories";
import type { FieldDefinition, FieldValue, Verdict } from "./field";
import type { Requirement, Standard } from "./standard";
import { isPlaceholder } from "./values/placeholder";

/** What stands between a field and the standard. */
export type Shortfall = "said_wrong" | "absent" | "not_obtainable" | "not_valid" | "not_verified";

/** A required field that the standard does not accept as it is, and why. */
export type MissingField = { id: FieldId; label: string; why: Shortfall };

/** True where a value says something: no placeholder, no empty list (spec C). */
export function hasValue(
  definition: FieldDefinition,
  field: FieldValue | undefined,
): field is FieldValue {
  if (!field || field.notObtainable !== undefined) return false;
  const { value } = field;
  if (typeof value === "string") {
    return Object.hasOwn(definition.choices ?? {}, value) || !isPlaceholder(value);
  }
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/**
 * What is wrong with a field's value under a requirement, or null where nothing is. 'Not
 * obtainable' is an honest answer, yet it does not fill the field (spec C).
 */
export function shortfall(
  definition: FieldDefinition,
  field: FieldValue | undefined,
  requirement: Pick<Requirement, "trust">,
): Shortfall | null {
  if (field?.notObtainable !== undefined) return "not_obtainable";
  if (field?.saidWrong) return "said_wrong";
  if (!hasValue(definition, field)) return "absent";
  if (!definition.value.safeParse(field.value).success) return "not_valid";
  if (requirement.trust === "verified" && !field.verified) return "not_verified";
  return null;
}

/** The required fields of a category that are not as the standard wants them, in its order. */
export function missingIn(
  category: Category,
  fields: FieldValues,
  standard: Standard,
): MissingField[] {
  const missing: MissingField[] = [];
  for (const definition of category.fields) {
    const requirement = standard.requirements[definition.id];
    if (requirement.level !== "required") continue;
    const why = shortfall(definition, fields[definition.id], requirement);
    if (why) missing.push({ id: definition.id, label: definition.label, why });
  }
  return missing;
}

/**
 * Complete: all required fields as the standard wants them. Partial: something is there. Absent:
 * the category is missing entirely (article, audit step 2).
 */
function verdictOf(category: Category, fields: FieldValues, standard: Standard): Verdict {
  if (missingIn(category, fields, standard).length === 0) return "complete";
  return category.fields.some((field) => hasValue(field, fields[field.id])) ? "partial" : "absent";
}

/** The verdict for each of the five categories. */
export function completeness(fields: FieldValues, standard: Standard): Completeness {
  return Object.fromEntries(
    CATEGORIES.map((category) => [category.key, verdictOf(category, fields, standard)]),
  ) as Completeness;
}

/** Every required field of every category that falls short, in the order of the checklist. */
export function missingFields(fields: FieldValues, standard: Standard): MissingField[] {
  return CATEGORIES.flatMap((category) => missingIn(category, fields, standard));
}

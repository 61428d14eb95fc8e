import {
  CATEGORIES,
  CATEGORY_KEYS,
  type Category,
  type CategoryKey,
  type FieldId,
  fieldDefinition,
  isFieldId,
} from "@/lib/standard/categories";

/** What a line of a trend counts: a category that is complete, all five of them, or a field. */
export type Measure = CategoryKey | "warm" | FieldId;

const isCategory = (text: string): text is CategoryKey => CATEGORY_KEYS.some((key) => key === text);

/** The measure that an address names, or null. */
export function measureOf(text: string | undefined): Measure | null {
  if (text === undefined) return null;
  return text === "warm" || isCategory(text) || isFieldId(text) ? text : null;
}

/** The category that a measure is of; none of all five. */
export const categoryOf = (measure: Measure): Category | undefined =>
  CATEGORIES.find(({ key, id }) => key === measure || measure.startsWith(`${id}.`));

/** A measure in words. */
export function measureLabel(measure: Measure): string {
  if (measure === "warm") return "All five complete";
  return isFieldId(measure) ? fieldDefinition(measure).label : (categoryOf(measure)?.label ?? "");
}

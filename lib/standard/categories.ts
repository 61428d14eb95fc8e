import { behavioralTrail } from "./behavioral-trail";
import { CATEGORY_NAMES } from "./category-names";
import { companyIntelligence } from "./company-intelligence";
import { contactBasics } from "./contact-basics";
import type { FieldDefinition, FieldValue, Verdict } from "./field";
import { handoffMetadata } from "./handoff-metadata";
import { scoringContext } from "./scoring-context";

/** The five categories of the checklist, in the order a rep reads them. The one definition. */
export const CATEGORIES = [
  { key: "contactBasics", id: "C1", label: CATEGORY_NAMES.contactBasics, fields: contactBasics },
  {
    key: "companyIntelligence",
    id: "C2",
    label: CATEGORY_NAMES.companyIntelligence,
    fields: companyIntelligence,
  },
  {
    key: "behavioralTrail",
    id: "C3",
    label: CATEGORY_NAMES.behavioralTrail,
    fields: behavioralTrail,
  },
  { key: "scoringContext", id: "C4", label: CATEGORY_NAMES.scoringContext, fields: scoringContext },
  {
    key: "handoffMetadata",
    id: "C5",
    label: CATEGORY_NAMES.handoffMetadata,
    fields: handoffMetadata,
  },
] as const;

export type Category = (typeof CATEGORIES)[number];
export type CategoryKey = Category["key"];
export type FieldId = Category["fields"][number]["id"];

export const CATEGORY_KEYS = CATEGORIES.map((category) => category.key);
export const FIELDS: readonly (FieldDefinition & { id: FieldId })[] = CATEGORIES.flatMap(
  (category) => [...category.fields],
);
export const FIELD_IDS: readonly FieldId[] = FIELDS.map((field) => field.id);

/** The prevailing value of each field that has one. */
export type FieldValues = Partial<Record<FieldId, FieldValue>>;
export type Completeness = Record<CategoryKey, Verdict>;

const byId = new Map(FIELDS.map((field) => [field.id, field]));

/** True where the text is a field's id, such as 'C1.5'. */
export function isFieldId(id: string): id is FieldId {
  return byId.has(id as FieldId);
}

/** The definition of a field. Throws for an id that does not exist, which types forbid. */
export function fieldDefinition(id: FieldId): FieldDefinition & { id: FieldId } {
  const found = byId.get(id);
  if (!found) throw new Error(`No field ${id}`);
  return found;
}

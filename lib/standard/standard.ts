import { CATEGORIES, type CategoryKey, FIELDS, type FieldId } from "./categories";
import { type FieldDefinition, type Level, SOURCES, type Trust } from "./field";

/**
 * What one version of the written standard asks of one field (spec D.1): how much it is wanted,
 * whether captured is enough, whose it is, and which system it comes from.
 */
export type Requirement = { level: Level; trust: Trust; owner: string; source: string };

/** One version of the written standard. `effectiveFrom` is an ISO 8601 instant. */
export type Standard = {
  version: number;
  effectiveFrom: string;
  gates: readonly CategoryKey[];
  requirements: Readonly<Record<FieldId, Requirement>>;
  /** How long a person may take for the summary before the drafted one goes along (G.5). */
  graceMinutes: number;
};

/** A grace is for the minute that a summary takes, not for a day's work. */
export const GRACE_MINUTES_MOST = 240;
/** Who owns a field or where it comes from, and why a standard changes, in characters. */
export const LONGEST_OWNER = 80;
export const LONGEST_REASON = 500;

/** Article: a lead without the first two categories complete is a form fill, not an MQL. */
export const ARTICLE_GATES: readonly CategoryKey[] = ["contactBasics", "companyIntelligence"];

/** Article, audit step 3: the share of complete handoffs that the gating categories must exceed. */
export const COMPLETENESS_TARGET = 0.9;

/** What the share of complete handoffs of a category is to exceed; null for one that does not gate. */
export const targetOf = (category: CategoryKey, { gates }: Pick<Standard, "gates">) =>
  gates.includes(category) ? COMPLETENESS_TARGET : null;

/** The default standard: the checklist of the article as it is written. */
export const DEFAULT_STANDARD: Standard = {
  version: 1,
  effectiveFrom: "2000-01-01T00:00:00.000Z",
  gates: ARTICLE_GATES,
  graceMinutes: 0,
  requirements: Object.fromEntries(
    FIELDS.map((field) => [field.id, requirementOf(field)]),
  ) as Record<FieldId, Requirement>,
};

function requirementOf({ level, trust, owner, sources }: FieldDefinition): Requirement {
  return { level, trust, owner, source: SOURCES[sources[0] ?? "person"] };
}

/** The category with a key. */
export function categoryOf(key: CategoryKey) {
  const found = CATEGORIES.find((category) => category.key === key);
  if (!found) throw new Error(`No category ${key}`);
  return found;
}

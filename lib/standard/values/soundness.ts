import { CATEGORIES, FIELDS } from "../categories";
import { ARTICLE_GATES, categoryOf } from "../standard";
import type { StandardTerms } from "../versions/difference";

/**
 * Why these terms cannot become a version, in words, or null where they can. The database refuses
 * the same (baton_standard_fault).
 */
export function unsound({ gates, requirements }: StandardTerms): string | null {
  const open = ARTICLE_GATES.find((key) => !gates.includes(key));
  if (open) return `${categoryOf(open).label} always holds leads.`;
  const empty = CATEGORIES.find(
    ({ key, fields }) =>
      gates.includes(key) && fields.every(({ id }) => requirements[id].level !== "required"),
  );
  if (empty) return `${empty.label} holds leads, so it must require at least one field.`;
  const nameless = FIELDS.find(({ id }) => !requirements[id].owner || !requirements[id].source);
  if (nameless) return `${nameless.label} needs an owner and a source.`;
  return null;
}

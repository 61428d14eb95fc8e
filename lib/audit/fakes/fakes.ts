import type { Snapshot } from "@/lib/handoff/snapshot";
import { shownLine } from "@/lib/platform/shown-text";
import {
  CATEGORIES,
  type CategoryKey,
  type FieldId,
  type FieldValues,
  fieldDefinition,
} from "@/lib/standard/categories";
import { hasValue } from "@/lib/standard/completeness";
import { SOURCES, type Source } from "@/lib/standard/field";
import { type Rate, rateOf } from "@/lib/statistics/rate";
import { isFake, type Judgement } from "../judging/judgement";

/** A category of an audited lead that the machine calls complete, as its auditor judged it. */
export type Checked = {
  auditId: string;
  place: number;
  name: string;
  auditor: string;
  category: CategoryKey;
  judgement: Judgement;
  fields: FieldValues;
  summary: Snapshot["summary"];
};

/** Who a value is from: the provider or person by name, else its kind of source. */
type Author = { name: string; source: Source };

/** How often a field of one author looked complete and was not. */
type FakeRate = { fieldId: FieldId; label: string; author: Author; rate: Rate };

/** The author of a field's value; a summary's is whoever wrote it, or the draft's. */
export function authorOf(
  fieldId: FieldId,
  { fields, summary }: Pick<Checked, "fields" | "summary">,
): Author | null {
  if (fieldId === "C3.9" && summary) {
    return summary.draft
      ? { name: "The draft", source: "scoring" }
      : { name: summary.author, source: "person" };
  }
  const field = fields[fieldId];
  if (!hasValue(fieldDefinition(fieldId), field)) return null;
  return { name: shownLine(field.provider ?? "") || SOURCES[field.source], source: field.source };
}

const fieldsOf = (key: CategoryKey) =>
  CATEGORIES.flatMap((category) =>
    category.key === key ? category.fields.map(({ id }) => id) : [],
  );

/** Fake completeness by field and author, the most frequent first (A.2). */
export function fakeRates(checked: readonly Checked[]): FakeRate[] {
  const tally = new Map<string, { fieldId: FieldId; author: Author; fake: number; of: number }>();
  for (const one of checked) {
    const { category, judgement } = one;
    for (const fieldId of fieldsOf(category)) {
      const author = authorOf(fieldId, one);
      if (!author) continue;
      const key = `${fieldId} ${author.source} ${author.name}`;
      const counted = tally.get(key) ?? { fieldId, author, fake: 0, of: 0 };
      const fake = isFake("complete", judgement.verdict) && judgement.fieldIds.includes(fieldId);
      tally.set(key, { ...counted, fake: counted.fake + Number(fake), of: counted.of + 1 });
    }
  }
  return [...tally.values()]
    .flatMap(({ fieldId, author, fake, of }) => {
      const rate = rateOf(fake, of);
      const { label } = fieldDefinition(fieldId);
      return rate && fake > 0 ? [{ fieldId, label, author, rate }] : [];
    })
    .toSorted((a, b) => b.rate.complete - a.rate.complete || b.rate.rate - a.rate.rate);
}

/** The single cases, each with what the auditor said. */
export const fakeCases = (checked: readonly Checked[]): Checked[] =>
  checked.filter(({ judgement }) => isFake("complete", judgement.verdict));

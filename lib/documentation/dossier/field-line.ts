import type { Answer } from "@/lib/enrichment/provider";
import { FILLABLE } from "@/lib/gate/field-input";
import {
  CATEGORIES,
  type CategoryKey,
  type FieldId,
  type FieldValues,
  fieldDefinition,
} from "@/lib/standard/categories";
import { type Shortfall, shortfall } from "@/lib/standard/completeness";
import type { FieldValue, Json, Level } from "@/lib/standard/field";
import type { StoredValue } from "@/lib/standard/prevailing";
import type { Standard } from "@/lib/standard/standard";

/** What a provider was asked and said, and which fields it could have filled. */
export type Tried = {
  provider: string;
  answer: Answer["answer"];
  words: string;
  filled: readonly FieldId[];
  fills: readonly FieldId[];
  at: Date;
};

/** A field of the lead as marketing ops sees it. */
export type FieldLine = {
  id: FieldId;
  label: string;
  category: CategoryKey;
  level: Level;
  value: FieldValue | null;
  /** What other sources say. */
  others: FieldValue[];
  /** What the standard holds against it; null where nothing, or where it is not required. */
  why: Shortfall | null;
  /** It is one of those that keep the lead at the gate. */
  holds: boolean;
  fillable: boolean;
  choices: Readonly<Record<string, string>> | null;
  tried: { provider: string; words: string; at: Date }[];
};

/** The fields that marketing ops can see to: all of C1 and C2, and the attribution. */
const SHOWN = (key: CategoryKey, id: FieldId) =>
  key === "contactBasics" || key === "companyIntelligence" || id === "C5.3";

function said({ answer, words, filled, fills }: Tried, id: FieldId): string | null {
  if (!fills.includes(id) || filled.includes(id)) return null;
  return answer === "found" ? "Knows the lead, and has nothing more" : words;
}

const triedFor = (id: FieldId, attempts: readonly Tried[]) =>
  attempts.flatMap((attempt) => {
    const words = said(attempt, id);
    return words ? [{ provider: attempt.provider, words, at: attempt.at }] : [];
  });

/** What other sources gave, where it is not the very same again. */
function othersOf(id: FieldId, value: FieldValue | undefined, values: readonly StoredValue[]) {
  const same = (one: FieldValue) =>
    JSON.stringify(one.value) === JSON.stringify(value?.value) &&
    one.notObtainable === value?.notObtainable;
  return values.filter((one) => one.fieldId === id && one.source !== "scoring" && !same(one));
}

/** Every field that marketing ops can see to, in the order of the checklist. */
export function fieldLines(
  fields: FieldValues,
  values: readonly StoredValue[],
  standard: Standard,
  attempts: readonly Tried[],
): FieldLine[] {
  return CATEGORIES.flatMap(({ key, fields: definitions }) =>
    definitions
      .filter(({ id }) => SHOWN(key, id))
      .map(({ id }): FieldLine => {
        const definition = fieldDefinition(id);
        const requirement = standard.requirements[id];
        const required = requirement.level === "required";
        const why = required ? shortfall(definition, fields[id], requirement) : null;
        return {
          id,
          label: definition.label,
          category: key,
          level: requirement.level,
          value: fields[id] ?? null,
          others: othersOf(id, fields[id], values),
          why,
          holds: why !== null && standard.gates.includes(key),
          fillable: FILLABLE.includes(id),
          choices: definition.choices ?? null,
          tried: why ? triedFor(id, attempts) : [],
        };
      }),
  );
}

/** A value as one would type it into the field's form again, the opposite of `fieldInput`. */
export function typedValue(id: FieldId, value: Json): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object") return String(value);
  const part = (name: string) => (typeof value[name] === "string" ? value[name] : "");
  if (id === "C5.3") return [part("campaign"), part("channel"), part("asset")].join("\n");
  if (id === "C1.7") return [part("language"), part("region")].filter(Boolean).join(", ");
  return "";
}

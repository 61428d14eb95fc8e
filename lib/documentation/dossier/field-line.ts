import { FILLABLE } from "@/lib/gate/filling/field-input";
import {
  CATEGORIES,
  type CategoryKey,
  type FieldId,
  type FieldValues,
  fieldDefinition,
} from "@/lib/standard/categories";
import { type Shortfall, shortfall } from "@/lib/standard/completeness";
import type { FieldValue, Json, Level } from "@/lib/standard/field";
import type { Standard } from "@/lib/standard/standard";
import { type StoredValue, whyPrevails } from "@/lib/standard/values/prevailing";
import { asSaidWrong, wrongnessOf } from "@/lib/standard/values/said-wrong";
import { type Attempt, triedFor } from "./attempt";

/** A field of the lead as marketing ops sees it. */
export type FieldLine = {
  id: FieldId;
  label: string;
  category: CategoryKey;
  level: Level;
  value: FieldValue | null;
  /** What other sources say. */
  others: FieldValue[];
  /** Why the value goes before the others, in a sentence; null where there are none. */
  chosen: string | null;
  /** What the standard holds against it; null where nothing, or where it is not required. */
  why: Shortfall | null;
  /** It is one of those that keep the lead at the gate. */
  holds: boolean;
  fillable: boolean;
  choices: Readonly<Record<string, string>> | null;
  /** What was tried for it, where it is missing: 'ZoomInfo: no match'. */
  tried: string[];
};

/** The fields that marketing ops can see to: all of C1 and C2, and the attribution. */
const SHOWN = (key: CategoryKey, id: FieldId) =>
  key === "contactBasics" || key === "companyIntelligence" || id === "C5.3";

/** What other sources gave, where it is not the very same again. */
function othersOf(id: FieldId, value: FieldValue | undefined, values: readonly StoredValue[]) {
  const own = (one: FieldValue) =>
    one.source === value?.source && (one.provider ?? "") === (value.provider ?? "");
  const same = (one: FieldValue) =>
    JSON.stringify(one.value) === JSON.stringify(value?.value) &&
    one.notObtainable === value?.notObtainable;
  const all = ofField(id, values);
  return all
    .filter((one) => (!own(one) || value?.value === null) && !same(one))
    .filter((one) => !isOwnWrong(one, value))
    .map((one): FieldValue => {
      const said = wrongnessOf(one, all);
      return said ? asSaidWrong(one, said) : one;
    });
}

/** The value that was said to be wrong and has nothing in its place is shown as the field's own. */
const isOwnWrong = (one: FieldValue, value: FieldValue | undefined) =>
  value?.saidWrong !== undefined && one.source === value.source && one.provider === value.provider;

/** What sources gave for a field; what our own rules work out has no rivals. */
const ofField = (id: FieldId, values: readonly StoredValue[]) =>
  values.filter((one) => one.fieldId === id && one.source !== "scoring");

/** Every field that marketing ops can see to, in the order of the checklist. */
export function fieldLines(
  fields: FieldValues,
  values: readonly StoredValue[],
  standard: Standard,
  attempts: readonly Attempt[],
): FieldLine[] {
  return CATEGORIES.flatMap(({ key, fields: definitions }) =>
    definitions
      .filter(({ id }) => SHOWN(key, id))
      .map(({ id }): FieldLine => {
        const definition = fieldDefinition(id);
        const requirement = standard.requirements[id];
        const required = requirement.level === "required";
        const others = othersOf(id, fields[id], values);
        const why = required ? shortfall(definition, fields[id], requirement) : null;
        return {
          id,
          label: definition.label,
          category: key,
          level: requirement.level,
          value: fields[id] ?? null,
          others,
          chosen: others.length > 0 ? whyPrevails(ofField(id, values)) : null,
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
  if (id === "C2.1") return value.atMost ? `${value.atLeast}-${value.atMost}` : `${value.atLeast}+`;
  if (id === "C5.3") return [part("campaign"), part("channel"), part("asset")].join("\n");
  if (id === "C1.7") return [part("language"), part("region")].filter(Boolean).join(", ");
  return "";
}

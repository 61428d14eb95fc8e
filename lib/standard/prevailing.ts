import type { FieldId } from "./categories";
import { fieldDefinition } from "./categories";
import type { FieldValue } from "./field";

/** A value beside others of the same field; `prevails` says which one is shown and judged. */
export type StoredValue = FieldValue & { fieldId: FieldId };

function rank(value: StoredValue): [number, number, number, number] {
  const order = fieldDefinition(value.fieldId).sources.indexOf(value.source);
  return [
    value.source === "person" ? 1 : 0,
    value.verified ? 1 : 0,
    value.notObtainable === undefined ? 1 : 0,
    order < 0 ? -100 : -order,
  ];
}

/** Orders two values of one field, the one that prevails first. */
function compare(one: StoredValue, other: StoredValue): number {
  const left = rank(one);
  const right = rank(other);
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at >= 0) return (right[at] ?? 0) - (left[at] ?? 0);
  return (
    other.obtainedAt.localeCompare(one.obtainedAt) ||
    (one.provider ?? "").localeCompare(other.provider ?? "")
  );
}

/**
 * Which of several values of one field prevails: a person's correction, else a verified one, else
 * an actual value before 'not obtainable', else the field's usual source, else the newest. The
 * others are kept beside it. Null where there is none.
 */
export function prevailing<V extends StoredValue>(values: readonly V[]): V | null {
  return values.toSorted(compare)[0] ?? null;
}

import type { FieldId } from "./categories";
import { fieldDefinition } from "./categories";
import type { FieldValue } from "./field";

/** A value beside others of the same field; `prevails` says which one is shown and judged. */
export type StoredValue = FieldValue & { fieldId: FieldId };

/** How much a value is worth before its source is looked at. */
function weight({ source, verified, notObtainable }: StoredValue): number {
  if (notObtainable !== undefined) return source === "person" ? 1 : -1;
  if (source === "person") return 3;
  return verified ? 2 : 0;
}

function rank(value: StoredValue): [number, number] {
  const order = fieldDefinition(value.fieldId).sources.indexOf(value.source);
  return [weight(value), order < 0 ? -100 : -order];
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
 * Which of several values of one field prevails: a person's, else a verified one, else a person's
 * 'not obtainable', else a captured one; then by the field's usual source, then the newest. So what
 * a person gave up on is taken up again when somebody confirms a value. The others are kept beside
 * it. Null where there is none.
 */
export function prevailing<V extends StoredValue>(values: readonly V[]): V | null {
  return values.toSorted(compare)[0] ?? null;
}

import { FIELDS, type FieldId, type FieldValues } from "./categories";
import { shortfall } from "./completeness";

/**
 * The bit of each field, for good: stored numbers are read by it, so that a field that comes later
 * takes the next free place and none is ever moved. Below 53, where numbers stay exact.
 */
export const FIELD_PLACES: Readonly<Record<FieldId, number>> = {
  "C1.1": 0,
  "C1.2": 1,
  "C1.3": 2,
  "C1.4": 3,
  "C1.5": 4,
  "C1.6": 5,
  "C1.7": 6,
  "C2.1": 7,
  "C2.2": 8,
  "C2.3": 9,
  "C2.4": 10,
  "C2.5": 11,
  "C2.6": 12,
  "C2.7": 13,
  "C3.1": 14,
  "C3.2": 15,
  "C3.3": 16,
  "C3.4": 17,
  "C3.5": 18,
  "C3.6": 19,
  "C3.7": 20,
  "C3.8": 21,
  "C3.9": 22,
  "C4.1": 23,
  "C4.2": 24,
  "C4.3": 25,
  "C4.4": 26,
  "C4.5": 27,
  "C4.6": 28,
  "C5.1": 29,
  "C5.2": 30,
  "C5.3": 31,
  "C5.4": 32,
};

/**
 * Which fields have a valid value, and which of these are verified: one bit per field, summed up to
 * a whole number below 2^53. All that completeness depends on, for whatever standard (D.3).
 */
export type FieldStates = { filled: number; verified: number };

/** The number with the bits of some fields. Sums, since operators on bits stop at 32. */
export function bitsOf(ids: Iterable<FieldId>): number {
  let bits = 0;
  for (const id of new Set(ids)) bits += 2 ** FIELD_PLACES[id];
  return bits;
}

/** The fields whose bits a number has, in the order of the checklist. */
export function fieldsOf(bits: number): FieldId[] {
  return FIELDS.filter(({ id }) => Math.floor(bits / 2 ** FIELD_PLACES[id]) % 2 === 1).map(
    ({ id }) => id,
  );
}

/** The states of a lead's fields, as stored beside it and frozen with its handoff. */
export function fieldStates(fields: FieldValues): FieldStates {
  const there = { trust: "captured" } as const;
  const filled = FIELDS.filter((field) => shortfall(field, fields[field.id], there) === null);
  const verified = filled.filter(({ id }) => fields[id]?.verified);
  return {
    filled: bitsOf(filled.map(({ id }) => id)),
    verified: bitsOf(verified.map(({ id }) => id)),
  };
}

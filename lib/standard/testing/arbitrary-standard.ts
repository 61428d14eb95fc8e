import fc from "fast-check";
import { CATEGORY_KEYS, FIELDS, type FieldId, type FieldValues } from "../categories";
import { type FieldValue, type Json, LEVELS, TRUSTS } from "../field";
import type { Requirement, Standard } from "../standard";

const at = "2026-06-03T10:00:00.000Z";
const touch = { kind: "page_viewed", text: "Read /pricing", count: 1, firstAt: at, lastAt: at };
const trend = { direction: "rising", delta: 4, windowDays: 14, history: [] };

/** Values that suit some field or none: texts, placeholders, numbers, lists, choices, rubbish. */
const CONTENTS: readonly Json[] = [
  ...["Ingrid Solberg", "none", "N/A", "x", "", "perhaps", at, 42, 1, 101, -1, 0, true, null],
  ...[[], ["SAP"], {}, trend, { notes: [], flags: [] }, { language: "nb", region: null }],
  ...[2, 3, 5, 6].map((count) => Array.from({ length: count }, () => touch)),
  { campaign: "Cold chain", channel: "paid", asset: "ROI", firstTouch: null, lastTouch: null },
];

const value: fc.Arbitrary<FieldValue> = fc
  .record({
    value: fc.constantFrom(...CONTENTS),
    verified: fc.boolean(),
    notObtainable: fc.option(fc.constant("every provider was asked"), { freq: 6, nil: undefined }),
  })
  .map(({ notObtainable, ...rest }) => ({
    ...rest,
    ...(notObtainable === undefined ? {} : { notObtainable }),
    source: "enrichment",
    obtainedAt: at,
  }));

/** Any fields a lead may carry, valid or not. */
export const arbitraryFields: fc.Arbitrary<FieldValues> = fc.record(
  Object.fromEntries(FIELDS.map(({ id }) => [id, value])) as Record<
    FieldId,
    fc.Arbitrary<FieldValue>
  >,
  { requiredKeys: [], noNullPrototype: true },
);

// What the driver is given must be plain objects.
const plain = { noNullPrototype: true } as const;

const requirement: fc.Arbitrary<Requirement> = fc.record(
  {
    level: fc.constantFrom(...LEVELS),
    trust: fc.constantFrom(...TRUSTS),
    owner: fc.constantFrom("Marketing ops", "Sales ops"),
    source: fc.constantFrom("Form", "CRM"),
  },
  plain,
);

/** Any version of the standard, whatever it asks and whatever gates. */
export const arbitraryStandard: fc.Arbitrary<Standard> = fc.record({
  version: fc.constant(2),
  effectiveFrom: fc.constant(at),
  gates: fc.subarray([...CATEGORY_KEYS]),
  graceMinutes: fc.integer({ min: 0, max: 240 }),
  requirements: fc.record(
    Object.fromEntries(FIELDS.map(({ id }) => [id, requirement])) as Record<
      FieldId,
      fc.Arbitrary<Requirement>
    >,
    plain,
  ),
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORIES, FIELD_IDS, type FieldValues } from "./categories";
import { completeness, missingIn } from "./completeness";
import { bitsOf, FIELD_PLACES, fieldStates, fieldsOf } from "./field-states";
import { gatingBits, holding, holdingByStates, reasonsOf } from "./holding";
import { DEFAULT_STANDARD, type Standard } from "./standard";
import { arbitraryFields, arbitraryStandard } from "./testing/arbitrary-standard";

const draftWillDo = (standard: Standard): Standard => {
  const summary = { ...standard.requirements["C3.9"], trust: "captured" } as const;
  return { ...standard, requirements: { ...standard.requirements, "C3.9": summary } };
};
const byRouting = ["C5.1", "C5.2"];

/** What the gate waits for, said again and otherwise: all that is missing but what routing adds. */
function expected(fields: FieldValues, standard: Standard): string[] {
  const lenient = draftWillDo(standard);
  return CATEGORIES.filter(({ key }) => standard.gates.includes(key))
    .flatMap((category) => missingIn(category, fields, lenient))
    .map(({ id }) => id)
    .filter((id) => !byRouting.includes(id));
}

describe("D.3 the stored states of fields", () => {
  it("give every field one place of its own, all of them exact in a number", () => {
    const places = Object.values(FIELD_PLACES);
    expect(Object.keys(FIELD_PLACES).toSorted()).toEqual([...FIELD_IDS].toSorted());
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(...places)).toBeLessThan(53);
    expect(Number.isSafeInteger(bitsOf(FIELD_IDS))).toBe(true);
  });

  it("keep the fields they were made of", () => {
    fc.assert(
      fc.property(fc.subarray([...FIELD_IDS]), (ids) => {
        expect(fieldsOf(bitsOf(ids))).toEqual(ids);
      }),
    );
  });

  it("hold the same leads by the same fields as the fields themselves, for any standard", () => {
    fc.assert(
      fc.property(arbitraryFields, arbitraryStandard, (fields, standard) => {
        const byFields = holding(fields, standard).map(({ id }) => id);
        expect(byFields).toEqual(expected(fields, standard));
        const byStates = holdingByStates(fieldStates(fields), standard);
        expect(byStates).toEqual(byFields);
        expect(reasonsOf(byStates, fields, standard)).toEqual(holding(fields, standard));
      }),
    );
  });

  it("say by arithmetic alone what is missing, as the trial's query does", () => {
    fc.assert(
      fc.property(arbitraryFields, arbitraryStandard, (fields, standard) => {
        const [has, wants] = [fieldStates(fields), gatingBits(standard)];
        const missing = BigInt(wants.filled) & ~BigInt(has.filled);
        const unsure = BigInt(wants.verified) & ~BigInt(has.verified);
        expect(fieldsOf(Number(missing | unsure))).toEqual(expected(fields, standard));
      }),
    );
  });

  it("let the default standard hold exactly what is not complete in C1 and C2", () => {
    fc.assert(
      fc.property(arbitraryFields, (fields) => {
        const { contactBasics, companyIntelligence } = completeness(fields, DEFAULT_STANDARD);
        const passes = contactBasics === "complete" && companyIntelligence === "complete";
        const held = holdingByStates(fieldStates(fields), DEFAULT_STANDARD);
        expect(held.length === 0).toBe(passes);
      }),
    );
  });
});

describe("G.4 a standard that gates on all five categories", () => {
  const all: Standard = { ...DEFAULT_STANDARD, gates: CATEGORIES.map(({ key }) => key) };

  it("does not wait for what the routing itself adds", () => {
    const held = holding({}, all).map(({ id }) => id);
    expect(held).toContain("C5.3");
    expect(held).not.toContain("C5.1");
    expect(held).not.toContain("C5.2");
  });

  it("G.5 waits for a summary, and takes a drafted one", () => {
    const at = "2026-06-03T10:00:00.000Z";
    const drafted = { value: "Compares two vendors.", source: "map", obtainedAt: at } as const;
    const held = (fields: FieldValues) => holding(fields, all).some(({ id }) => id === "C3.9");
    expect(held({})).toBe(true);
    expect(held({ "C3.9": { ...drafted, verified: false } })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import type { FieldValue } from "@/lib/standard/field";
import { type Attempt, doubtedOf, type Given, hadValueOf, heardOf } from "./evidence";

const at = (hour: number) => new Date(Date.UTC(2026, 5, 3, hour));
const routedAt = at(12);
const given = (name: string, rest: Partial<Given> = {}): Given => ({
  ...{ fieldId: "C1.2", name, value: "VP Operations", obtainedAt: at(9), wrong: false },
  ...rest,
});
const shown = (value: FieldValue["value"], rest: Partial<FieldValue> = {}): FieldValue => ({
  ...{ value, source: "form", verified: false, obtainedAt: at(9).toISOString() },
  ...rest,
});

describe("A.5 who had given a value that the handoff lacks", () => {
  const had = (list: Given[], field?: FieldValue, doubted = false) =>
    hadValueOf("C1.2", { field, doubted }, list, routedAt);

  it("is each source once that gave one in time, whole and not known to be wrong", () => {
    expect(had([given("HubSpot"), given("HubSpot"), given("Form")])).toEqual(["HubSpot", "Form"]);
    expect(had([given("HubSpot", { obtainedAt: routedAt })])).toEqual(["HubSpot"]);
    expect(had([given("HubSpot", { obtainedAt: at(13) })])).toEqual([]);
    expect(had([given("HubSpot", { fieldId: "C1.5" })])).toEqual([]);
    expect(had([given("HubSpot", { wrong: true })])).toEqual([]);
    expect(had([given("HubSpot", { value: null }), given("Form", { value: "N/A" })])).toEqual([]);
  });

  it("is nobody where the handoff has one, unless an auditor doubts it and another was given", () => {
    expect(had([given("HubSpot")], shown("Buyer"))).toEqual([]);
    expect(had([given("HubSpot")], shown("N/A"))).toEqual(["HubSpot"]);
    expect(had([given("HubSpot")], shown("Buyer"), true)).toEqual(["HubSpot"]);
    expect(had([given("HubSpot")], shown("VP Operations"), true)).toEqual([]);
  });
});

describe("A.5 who gave what an auditor does not accept", () => {
  it("is its provider, else its kind of source, and nobody where nobody doubts it", () => {
    const apollo = shown("Buyer", { source: "enrichment", provider: "Apollo" });
    expect(doubtedOf({ field: apollo, doubted: true })).toBe("Apollo");
    expect(doubtedOf({ field: shown("Buyer"), doubted: true })).toBe("Form");
    expect(doubtedOf({ field: undefined, doubted: true })).toBe("A person");
    expect(doubtedOf({ field: apollo, doubted: false })).toBeNull();
  });
});

describe("A.5 what providers were heard to say", () => {
  const steps = [
    { name: "Apollo", lookup: "person", fills: ["C1.2"] },
    { name: "Apollo", lookup: "company", fills: ["C2.1"] },
    { name: "Clearbit", lookup: "person", fills: ["C1.2"] },
  ];
  const asked = (hour: number, rest: Partial<Attempt>): Attempt => ({
    ...{ name: "Apollo", lookup: "person", answer: "no_match", cause: null },
    ...{ filled: [], at: at(hour) },
    ...rest,
  });
  const heard = (...attempts: Attempt[]) => heardOf("C1.2", steps, attempts, routedAt);

  it("is the last answer before the handoff of each lookup that could fill the field", () => {
    const attempts = [
      asked(8, { answer: "failed", cause: "unauthorised" }),
      asked(9, {}),
      asked(10, { lookup: "company", answer: "failed", cause: "broken" }),
      asked(13, { answer: "failed" }),
    ];
    expect(heard(...attempts)).toEqual([
      { name: "Apollo", before: "no_match", cause: null, gaveLater: false },
      { name: "Clearbit", before: null, cause: null, gaveLater: false },
    ]);
    const [apollo] = heard(asked(12, { answer: "failed", cause: "unauthorised" }));
    expect(apollo).toMatchObject({ before: "failed", cause: "refused the key" });
    expect(heard(asked(9, { answer: "failed", cause: "odd" }))[0]?.cause).toBe("odd");
  });

  it("gave it later only after the handoff, and only where it gave this field", () => {
    const gaveLater = (...attempts: Attempt[]) => heard(...attempts)[0]?.gaveLater;
    expect(gaveLater(asked(9, {}), asked(13, { answer: "found", filled: ["C1.2"] }))).toBe(true);
    expect(gaveLater(asked(13, { answer: "found", filled: ["C1.6"] }))).toBe(false);
    expect(gaveLater(asked(9, { answer: "found", filled: ["C1.2"] }))).toBe(false);
  });
});

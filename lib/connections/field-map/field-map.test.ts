import { describe, expect, it } from "vitest";
import { CATEGORIES, FIELDS } from "@/lib/standard/categories";
import { bitsOf } from "@/lib/standard/field-states";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { type Arrival, fieldMap, leadsByField } from "./field-map";

const now = new Date("2026-06-03T10:00:00Z");
const nothing = { leads: 0, filled: [], arrivals: [], freshness: [], fillers: [] };
const arrival = (provider: string, leads: number, rest: Partial<Arrival> = {}): Arrival => ({
  fieldId: "C1.5",
  source: "enrichment",
  provider,
  leads,
  ...rest,
});
const phone = (findings: Partial<Parameters<typeof fieldMap>[1]>) =>
  fieldMap(DEFAULT_STANDARD, { ...nothing, ...findings }, now).find(({ id }) => id === "C1.5");

describe("M.1 the field map", () => {
  it("has every field of the five categories, in the order of the checklist", () => {
    const rows = fieldMap(DEFAULT_STANDARD, nothing, now);
    expect(rows.map(({ id }) => id)).toEqual(FIELDS.map(({ id }) => id));
    expect(new Set(rows.map(({ category }) => category)).size).toBe(CATEGORIES.length);
  });

  it("D.1 names the system that the standard in force says, not the one it was installed with", () => {
    const requirements = {
      ...DEFAULT_STANDARD.requirements,
      "C1.5": { ...DEFAULT_STANDARD.requirements["C1.5"], source: "ZoomInfo" },
    };
    const rows = fieldMap({ ...DEFAULT_STANDARD, requirements }, nothing, now);
    expect(rows.find(({ id }) => id === "C1.5")?.source).toBe("ZoomInfo");
    expect(phone({})?.source).toBe("Enrichment");
  });

  it("says nothing of shares where there is no lead", () => {
    expect(phone({})).toMatchObject({ share: null, arrived: [], lastAt: null, ageSeconds: null });
  });

  it("counts a lead for each field that its mask has, also beyond 32 bits", () => {
    const filled = [
      { filled: bitsOf(["C1.5", "C5.4"]), leads: 3 },
      { filled: bitsOf(["C5.4"]), leads: 4 },
      { filled: 0, leads: 1 },
    ];
    expect(Object.fromEntries(leadsByField(filled))).toEqual({ "C1.5": 3, "C5.4": 7 });
    expect(phone({ leads: 8, filled })).toMatchObject({ leads: 3, share: 3 / 8 });
  });

  it("tells by what values came, the most frequent first, and names no person", () => {
    const arrivals = [
      arrival("Apollo", 2),
      arrival("ZoomInfo", 5),
      arrival("Ada Byron", 1, { source: "person" }),
      arrival("Bo Berg", 1, { source: "person" }),
      arrival("Website", 1, { source: "form" }),
    ];
    expect(phone({ arrivals })?.arrived).toEqual([
      { by: "ZoomInfo", share: 0.5 },
      { by: "A person", share: 0.2 },
      { by: "Apollo", share: 0.2 },
      { by: "Website", share: 0.1 },
    ]);
  });

  it("says how old half of the values are at least", () => {
    const [lastAt, medianAt] = [new Date("2026-06-03T09:00:00Z"), new Date("2026-06-02T10:00:00Z")];
    const freshness = [{ fieldId: "C1.5" as const, lastAt, medianAt }];
    expect(phone({ freshness })).toMatchObject({ lastAt, ageSeconds: 86_400 });
  });
});

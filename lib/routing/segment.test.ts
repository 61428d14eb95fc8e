import { describe, expect, it } from "vitest";
import { isOfSegment, type Segment } from "./segment";
import { lead } from "./testing/team";

const everything: Segment = {
  ...{ id: "one", name: "One", places: [], employeesFrom: null, employeesTo: null },
  ...{ tiers: [], industries: [] },
};
const of = (change: Partial<Segment>, facts: Parameters<typeof lead>[0]) =>
  isOfSegment({ ...everything, ...change }, lead(facts));

describe("a lead of a segment", () => {
  it("meets every part that says something; what is not known is not met", () => {
    expect(of({}, {})).toBe(true);
    expect(of({ places: ["EMEA", "US"] }, { country: "NO" })).toBe(true);
    expect(of({ places: ["EMEA", "US"] }, { country: "US" })).toBe(true);
    expect(of({ places: ["EMEA"] }, { country: "JP" })).toBe(false);
    expect(of({ places: ["EMEA"] }, {})).toBe(false);
    expect(of({ tiers: [1] }, { tier: 2 })).toBe(false);
    expect(of({ industries: ["manufactur*"] }, { industry: "Food manufacturing" })).toBe(true);
    expect(of({ industries: ["food"] }, { industry: null })).toBe(false);
  });

  it("is as large as it surely is, where only a range is known", () => {
    const range = { employees: { atLeast: 1001, atMost: 5000 } };
    expect(of({ employeesFrom: 1000 }, range)).toBe(true);
    expect(of({ employeesFrom: 2000 }, range)).toBe(false);
    expect(of({ employeesTo: 5000 }, range)).toBe(true);
    expect(of({ employeesTo: 5000 }, { employees: { atLeast: 1001, atMost: null } })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { icpSubScore } from "@/lib/standard/company-intelligence";
import { DEFAULT_MODEL } from "../model/default-model";
import type { CompanyFacts } from "./company-facts";
import { icpFit } from "./icp";

const nordlys: CompanyFacts = {
  employees: 1_200,
  industry: "Logistics, cold chain",
  techStack: ["SAP S/4HANA", "Transporeon"],
  region: "NO",
  revenue: "€ 180–220 M",
  jobTitle: "VP Operations",
};
const fitOf = (facts: Partial<CompanyFacts>) => icpFit({ ...nordlys, ...facts }, DEFAULT_MODEL);

describe("C2.6 C2.7 the ICP", () => {
  it("gives tier 1 to a company that meets every criterion", () => {
    expect(fitOf({})).toMatchObject({ tier: 1, score: 100, missed: [], unknown: [] });
    expect(fitOf({})?.entries).toContainEqual({
      rule: "size",
      label: "200 to 10,000 employees",
      points: 25,
    });
  });

  it("names the criterion that is missed, and what it costs", () => {
    const greek = fitOf({ region: "GR" });
    expect(greek).toMatchObject({ tier: 2, score: 70, missed: ["Direct sales in region"] });
    expect(greek?.entries).toContainEqual({
      rule: "region",
      label: "No direct sales in region",
      points: -15,
    });
  });

  it("holds against nobody what is not known", () => {
    const dim = fitOf({ region: null, techStack: [], revenue: null, jobTitle: null });
    expect(dim).toMatchObject({ score: 50, tier: 2, missed: [] });
    expect(dim?.unknown).toHaveLength(4);
  });

  it("takes off what a miss costs, were it a single point, and never falls below nothing", () => {
    const costing = (penalty: number) => ({
      ...DEFAULT_MODEL,
      criteria: DEFAULT_MODEL.criteria.map((one) => ({ ...one, penalty })),
    });
    const greek = { ...nordlys, region: "GR" };
    expect(icpFit(greek, costing(1))?.score).toBe(84);
    expect(icpFit({ ...greek, employees: 5, industry: "Law" }, costing(80))?.score).toBe(0);
  });

  it("gives no tier where neither size nor industry is known", () => {
    expect(fitOf({ employees: null, industry: null })).toBeNull();
    expect(fitOf({ employees: null })).not.toBeNull();
    expect(fitOf({ industry: null })).not.toBeNull();
  });

  it.each([
    [{ atLeast: 501, atMost: 1_000 }, "met"],
    [200, "met"],
    [10_000, "met"],
    [199, "missed"],
    [10_001, "missed"],
    [{ atLeast: 51, atMost: 200 }, "unknown"],
    [{ atLeast: 1, atMost: 10 }, "missed"],
    [{ atLeast: 10_001, atMost: null }, "missed"],
    [{ atLeast: 5_001, atMost: null }, "unknown"],
  ] as const)(
    "C2.1 takes %j employees for %s where 200 to 10,000 are asked for",
    (employees, answer) => {
      expect(fitOf({ employees })?.[answer]).toContain("200 to 10,000 employees");
    },
  );

  it.each([
    ["€ 20–50 M", "met"],
    ["€ 10–20 M", "missed"],
    ["€ 10–50 M", "unknown"],
    [{ atLeast: 25.4, atMost: 25.4 }, "met"],
    ["Over $ 1 M", "unknown"],
    ["undisclosed", "unknown"],
  ] as const)("C2.2 takes %j for %s where 20 million are asked for", (revenue, answer) => {
    expect(fitOf({ revenue })?.[answer]).toContain("Revenue of 20 million or more");
  });

  it("compares whole words, so that an 'Informatica' is no Infor", () => {
    expect(fitOf({ techStack: ["Informatica"] })?.missed).toEqual(["An ERP or CRM we connect to"]);
  });

  it("answers in the shape that the standard wants", () => {
    expect(icpSubScore.safeParse(fitOf({ region: "GR" })).success).toBe(true);
  });
});

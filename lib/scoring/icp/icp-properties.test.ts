import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../model/default-model";
import type { Criterion, ScoringModel } from "../model/model";
import type { CompanyFacts } from "./company-facts";
import { icpFit } from "./icp";

const nullable = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const span = fc
  .tuple(fc.nat(20_000), nullable(fc.nat(20_000)))
  .map(([atLeast, more]) => ({ atLeast, atMost: more === null ? null : atLeast + more }));
const words = fc.constantFrom("sap", "logistic*", "retail", "head", "cold chain");

const facts: fc.Arbitrary<CompanyFacts> = fc.record({
  employees: nullable(fc.oneof(fc.integer({ min: 1, max: 20_000 }), span)),
  industry: nullable(fc.constantFrom("Logistics, cold chain", "Retail, grocery", "Arts, crafts")),
  techStack: nullable(fc.array(fc.constantFrom("SAP", "Slack", "Odoo"))),
  region: nullable(fc.constantFrom("NO", "DE", "GR")),
  revenue: nullable(fc.oneof(fc.constantFrom("€ 10–20 M", "Over € 1 B", "undisclosed"), span)),
  jobTitle: nullable(fc.constantFrom("Head of Logistics", "Analyst")),
});

const test = fc.oneof(
  span.map(({ atLeast, atMost }) => {
    return { fact: "employees" as const, atLeast, atMost: atMost ?? 20_000 };
  }),
  fc.nat(1_000).map((atLeastMillions) => ({ fact: "revenue" as const, atLeastMillions })),
  fc.record({
    fact: fc.constantFrom("industry" as const, "techStack" as const, "jobTitle" as const),
    words: fc.array(words, { minLength: 1 }),
  }),
  fc.constant({ fact: "region" as const, countries: ["NO"] }),
);

const criterion: fc.Arbitrary<Criterion> = fc
  .tuple(test, fc.uuid(), fc.nat(100), fc.nat(100))
  .map(([asked, id, points, penalty]) => {
    return { ...asked, id, label: `is ${id}`, missedLabel: `not ${id}`, points, penalty };
  });
const tiers = fc
  .tuple(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 1, max: 99 }))
  .map(([one, less]) => ({ one, two: Math.max(1, one - less) }));
const model: fc.Arbitrary<ScoringModel> = fc
  .tuple(fc.array(criterion, { maxLength: 8 }), tiers)
  .map(([criteria, bounds]) => ({ ...DEFAULT_MODEL, criteria, tiers: bounds }));

describe("C2.6 C2.7 the ICP, always", () => {
  it("names every criterion once: met, missed or unknown", () => {
    fc.assert(
      fc.property(facts, model, (known, icp) => {
        const fit = icpFit(known, icp);
        fc.pre(fit !== null);
        const named = [...(fit?.met ?? []), ...(fit?.missed ?? []), ...(fit?.unknown ?? [])];
        expect(named.toSorted()).toEqual(icp.criteria.map(({ label }) => label).toSorted());
      }),
    );
  });

  it("is the sum of its parts, within 0 and 100", () => {
    fc.assert(
      fc.property(facts, model, (known, icp) => {
        const fit = icpFit(known, icp);
        fc.pre(fit !== null);
        const sum = fit?.entries.reduce((total, { points }) => total + points, 0) ?? 0;
        expect(fit?.score).toBe(Math.min(100, Math.max(0, sum)));
        for (const { points } of fit?.entries ?? []) expect(points).not.toBe(0);
      }),
    );
  });

  it("gives no worse a tier for more points", () => {
    fc.assert(
      fc.property(facts, facts, model, (one, other, icp) => {
        const [a, b] = [icpFit(one, icp), icpFit(other, icp)];
        fc.pre(a !== null && b !== null);
        if (a && b && a.score >= b.score) expect(a.tier).toBeLessThanOrEqual(b.tier);
      }),
    );
  });

  it("holds nothing against a lead by forgetting a fact", () => {
    fc.assert(
      fc.property(facts, model, (known, icp) => {
        const fit = icpFit(known, icp);
        const less = icpFit({ ...known, region: null }, icp);
        fc.pre(fit !== null && less !== null);
        const region = new Set(
          icp.criteria.filter(({ fact }) => fact === "region").map(({ label }) => label),
        );
        expect(less?.missed.filter((label) => region.has(label))).toEqual([]);
        expect(less?.met.filter((label) => region.has(label))).toEqual([]);
      }),
    );
  });
});

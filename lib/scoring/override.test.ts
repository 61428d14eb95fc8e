import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities } from "@/lib/trail/testing/arbitrary-activities";
import { NOW } from "@/lib/trail/testing/story";
import { icpFit } from "./icp/icp";
import { DEFAULT_MODEL } from "./model/default-model";
import { overridden, overrideWords, type ScoreOverride } from "./override";
import { score } from "./score";

const fit = icpFit(
  { employees: 1_200, industry: "Logistics", techStack: ["SAP"], region: "NO", revenue: null },
  DEFAULT_MODEL,
);
const set = (total: number): ScoreOverride => ({
  total,
  reason: "The CFO called us.",
  author: "Maya",
  at: NOW.toISOString(),
});
const sum = (entries: readonly { points: number }[]) =>
  entries.reduce((total, { points }) => total + points, 0);

describe("C4 a score that a person set", () => {
  it("says who, what and why in one sentence", () => {
    expect(overrideWords(set(72))).toBe("Maya set the score to 72: The CFO called us");
  });

  it("keeps the model's rows and adds one, so that all add up to the number shown", () => {
    const total = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(activities(60), total, fc.boolean(), (list, given, known) => {
        const scored = known ? score(list, fit, DEFAULT_MODEL, NOW) : null;
        const counted = overridden(scored, set(given));
        expect(counted?.total).toBe(given);
        expect(sum(counted?.entries ?? [])).toBe(given);
        for (const entry of scored?.entries ?? []) expect(counted?.entries).toContain(entry);
      }),
    );
  });

  it("is the model's score again once it is taken back", () => {
    const scored = score([], fit, DEFAULT_MODEL, NOW);
    expect(overridden(scored, null)).toBe(scored);
    expect(overridden(null, null)).toBeNull();
  });
});

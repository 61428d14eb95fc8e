import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { sift } from "@/lib/trail/exclusion/exclusions";
import { DEFAULT_TRAIL_SETTINGS } from "@/lib/trail/settings";
import { activities, shuffled } from "@/lib/trail/testing/arbitrary-activities";
import { did, form, NOW, page } from "@/lib/trail/testing/story";
import { icpFit } from "./icp/icp";
import { DEFAULT_MODEL } from "./model/default-model";
import type { ActivityRule, ScoringModel } from "./model/model";
import { modelSettings } from "./model/model";
import { SCORED_KIND_NAMES } from "./model/scored-kinds";
import { settingsDifferences } from "./model/settings-difference";
import { draftedSettings, settingsDraft } from "./model/settings-draft";
import { nextChangeAt } from "./next-change";
import { score } from "./score";
import { findTrigger } from "./trigger/trigger";

const rule: fc.Arbitrary<Omit<ActivityRule, "id" | "label">> = fc
  .record({
    group: fc.constantFrom("intent" as const, "behavior" as const),
    kinds: fc.subarray([...SCORED_KIND_NAMES], { minLength: 1 }),
    points: fc.nat(100),
    halfLifeDays: fc.integer({ min: 1, max: 365 }),
    windowDays: fc.integer({ min: 1, max: 90 }),
    more: fc.option(fc.nat(100), { nil: null }),
    pages: fc.boolean(),
    asks: fc.boolean(),
  })
  .map(({ more, pages, asks, ...one }) => ({
    ...one,
    ...(more === null ? {} : { cap: Math.min(100, one.points + more) }),
    ...(pages && one.kinds.includes("page_viewed") ? { pages: ["pricing", "security"] } : {}),
    ...(asks ? { asks: true } : {}),
  }));

/** Any model that the page lets a person write, with an ICP that misses can cost points in. */
const models: fc.Arbitrary<ScoringModel> = fc
  .record({
    split: fc.tuple(fc.nat(100), fc.nat(100)),
    threshold: fc.integer({ min: 1, max: 100 }),
    rules: fc.array(rule, { minLength: 1, maxLength: 8 }),
    repetition: fc.integer({ min: 0, max: 100 }),
    visitMinutes: fc.integer({ min: 1, max: 1_440 }),
  })
  .map(({ split: [a, b], rules, repetition, ...rest }) => {
    const [low = 0, high = 0] = [a, b].toSorted((one, other) => one - other);
    const weights = { fit: low / 100, intent: (high - low) / 100, behavior: (100 - high) / 100 };
    const named = rules.map((one, index) => ({ ...one, id: `r${index}`, label: `Rule ${index}` }));
    return { ...DEFAULT_MODEL, ...rest, weights, repetition: repetition / 100, rules: named };
  });

const facts = fc.constantFrom(
  { employees: 1_200, industry: "Logistics", techStack: ["SAP"], region: "NO", revenue: "€ 180 M" },
  { employees: 12, industry: "Arts", techStack: [], region: "GR", revenue: null },
  { employees: 300, industry: null, techStack: null, region: "GR", revenue: null },
);

/** Things that every installation leaves out. */
const leftOut: readonly Activity[] = [
  page(1, "/pricing", 60, { id: "bot", userAgent: "Googlebot/2.1" }),
  did(1, "sales_activity", { text: "Left a voicemail" }, { id: "call" }),
  form(1, "Request a demo", { company: "test" }, { id: "test" }),
];
/** Left out of trail and score by its age alone, and yet what may have crossed the line then. */
const old = page(300, "/security", 60, { id: "old" });

const sum = (rows: readonly { points: number }[]) =>
  rows.reduce((total, { points }) => total + points, 0);

describe("C4 whatever model somebody writes", () => {
  it("the score is whole numbers from 0 to 100 and the sum of its rows", () => {
    fc.assert(
      fc.property(activities(80), facts, models, (list, known, model) => {
        const { entries, ...numbers } = score(list, icpFit(known, model), model, NOW);
        for (const one of Object.values(numbers)) {
          expect(Number.isInteger(one) && one >= 0 && one <= 100).toBe(true);
        }
        expect(sum(entries)).toBe(numbers.total);
      }),
    );
  });

  it("order does not matter: not to the score, the trigger, or when time will change it", () => {
    fc.assert(
      fc.property(shuffled, facts, models, ([list, other], known, model) => {
        const fit = icpFit(known, model);
        expect(score(other, fit, model, NOW)).toEqual(score(list, fit, model, NOW));
        expect(findTrigger(other, fit, model, NOW)).toEqual(findTrigger(list, fit, model, NOW));
        expect(nextChangeAt(other, fit, model, NOW)).toEqual(nextChangeAt(list, fit, model, NOW));
      }),
      { numRuns: 50 },
    );
  });

  it("X adding what is left out changes neither score nor trigger", () => {
    const some = fc.subarray([...leftOut], { minLength: 1 });
    fc.assert(
      fc.property(activities(40), some, facts, models, (list, more, known, model) => {
        const fit = icpFit(known, model);
        const told = (all: readonly Activity[]) => {
          const { credible } = sift(all, DEFAULT_TRAIL_SETTINGS, NOW);
          return [score(credible, fit, model, NOW), findTrigger(credible, fit, model, NOW)];
        };
        expect(told([...list, ...more])).toEqual(told(list));
        expect(told([...list, old])[0]).toEqual(told(list)[0]);
      }),
    );
  });

  it("C4.6 the trigger is gone or another when its activity is removed", () => {
    fc.assert(
      fc.property(activities(40), facts, models, (list, known, model) => {
        const found = findTrigger(list, icpFit(known, model), model, NOW);
        fc.pre(found !== null);
        const rest = list.filter(({ id }) => id !== found?.activityId);
        const then = findTrigger(rest, icpFit(known, model), model, NOW);
        expect(then?.activityId).not.toBe(found?.activityId);
      }),
    );
  });

  it("the page gives back what it shows, and nothing differs", () => {
    fc.assert(
      fc.property(models, (model) => {
        const settings = modelSettings(model);
        const read = draftedSettings(settingsDraft(settings));
        expect(read).toEqual({ settings });
        expect(settingsDifferences(settings, settings, "en-GB")).toEqual([]);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { sift } from "@/lib/trail/exclusion/exclusions";
import { DEFAULT_TRAIL_SETTINGS } from "@/lib/trail/settings";
import { activities, shuffled } from "@/lib/trail/testing/arbitrary-activities";
import { attended, daysAgo, download, form, mail, NOW, page } from "@/lib/trail/testing/story";
import { apportion } from "./apportion";
import { icpFit } from "./icp/icp";
import { DEFAULT_MODEL } from "./model/default-model";
import { score } from "./score";

const fit = icpFit(
  { employees: 1_200, industry: "Logistics", techStack: ["SAP"], region: "GR", revenue: null },
  DEFAULT_MODEL,
);
const scored = (...args: Parameters<typeof page>[]) =>
  score(
    args.map((one) => page(...one)),
    null,
    DEFAULT_MODEL,
    NOW,
  );
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("C4.1 to C4.4 the score, by example", () => {
  it("earns all points of a rule for a visit just now, and half after a half-life", () => {
    expect(scored([0, "/pricing"]).intent).toBe(30);
    expect(scored([7, "/pricing"]).intent).toBe(15);
  });

  it("earns less for each repetition, and never more than two and a half times", () => {
    expect(scored([0, "/pricing"], [0.1, "/pricing"]).intent).toBeLessThan(60);
    const daily = Array.from({ length: 30 }, (_, day) => [day / 2, "/pricing"] as [number, string]);
    expect(scored(...daily).intent).toBeLessThanOrEqual(75);
  });

  it("counts a page loaded again and again as one visit", () => {
    const minute = 1 / 1_440;
    const again = scored([3 * minute, "/pricing"], [minute, "/pricing"], [0, "/pricing"]);
    expect(again.intent).toBe(30);
    expect(again.entries[0]?.activityIds).toHaveLength(3);
  });

  it("C3.1 forgets a visit once it has left its window, and only that one", () => {
    const slow = {
      ...DEFAULT_MODEL,
      rules: DEFAULT_MODEL.rules.map((rule) => ({ ...rule, halfLifeDays: 10_000 })),
    };
    const intent = (...days: number[]) =>
      score(
        days.map((day) => page(day, "/pricing")),
        null,
        slow,
        NOW,
      ).intent;
    expect(intent(31, 40, 10)).toBe(intent(10));
    expect(intent(29, 10)).toBeGreaterThan(intent(10));
  });

  it("names in its ledger the one thing that earned the points, and a page by its rule", () => {
    const labels = (...list: Activity[]) =>
      score(list, null, DEFAULT_MODEL, NOW).entries.map(({ label }) => label);
    expect(labels(attended(5, "Fair"))).toEqual(["Attended ‘Fair’"]);
    expect(labels(attended(5, "Fair"), attended(2, "Fair"))).toEqual([
      "Attended ‘Fair’, twice in 3 days",
    ]);
    expect(labels(attended(5, "Fair"), attended(2, "Day"))).toEqual([
      "Event attended, twice in 3 days",
    ]);
    expect(labels(page(1, "/pricing"))).toEqual(["Pricing"]);
  });

  it("C3.7 takes what is written about a thing for no page of the thing", () => {
    expect(scored([0, "/blog/pricing"])).toMatchObject({ intent: 0, behavior: 8 });
    expect(scored([0, "/de/preise"])).toMatchObject({ intent: 30 });
  });

  it("X.5 earns nothing for opens, nor for pages of passage, nor for what is yet to come", () => {
    const list = [mail(1, "opened", "News"), page(1, "/login"), page(-1, "/pricing")];
    expect(score(list, null, DEFAULT_MODEL, NOW).total).toBe(0);
  });

  it("earns nothing for asking to be left alone, whatever the form's name says besides", () => {
    for (const name of ["Unsubscribe request", "Do not contact me", "Data deletion request"]) {
      expect(score([form(0, name)], null, DEFAULT_MODEL, NOW).entries).toEqual([]);
    }
    expect(score([form(0, "Contact form")], null, DEFAULT_MODEL, NOW).intent).toBe(80);
  });

  it("says of each row what earned it, and how often in how long", () => {
    const list = [
      page(3.5, "/pricing"),
      page(1, "/pricing"),
      attended(8, "Migrating"),
      attended(2, "Fair"),
    ];
    const { entries } = score(list, fit, DEFAULT_MODEL, NOW);
    const labels = entries.map(({ label }) => label);
    expect(labels).toContain("Pricing, twice in 3 days");
    expect(labels).toContain("Event attended, twice in 6 days");
    expect(entries.at(-1)).toMatchObject({ label: "No direct sales in region", points: -6 });
  });

  it("weighs fit, intent and behavior as the model says", () => {
    const {
      total,
      fit: company,
      intent,
      behavior,
    } = score([form(0, "Demo request"), download(0, "Peak season guide")], fit, DEFAULT_MODEL, NOW);
    expect({ company, intent, behavior }).toEqual({ company: 50, intent: 80, behavior: 25 });
    expect(total).toBe(Math.round(0.4 * 50 + 0.35 * 80 + 0.25 * 25));
  });
});

describe("C4 the score, always", () => {
  it("is whole numbers from 0 to 100, and the sum of its rows", () => {
    fc.assert(
      fc.property(
        activities(200),
        fc.constantFrom(fit, null),
        fc.nat(60),
        (list, company, days) => {
          const { entries, ...numbers } = score(list, company, DEFAULT_MODEL, daysAgo(days));
          for (const one of Object.values(numbers)) {
            expect(Number.isInteger(one) && one >= 0 && one <= 100).toBe(true);
          }
          expect(sum(entries.map(({ points }) => points))).toBe(numbers.total);
        },
      ),
    );
  });

  it("is the same in whatever order the activities come", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(score(other, fit, DEFAULT_MODEL, NOW)).toEqual(score(list, fit, DEFAULT_MODEL, NOW));
      }),
    );
  });

  it("X does not change when an activity comes that is left out", () => {
    const bot = page(1, "/pricing", 60, { id: "bot", userAgent: "Googlebot/2.1" });
    const total = (list: Parameters<typeof sift>[0]) =>
      score(sift(list, DEFAULT_TRAIL_SETTINGS, NOW).credible, fit, DEFAULT_MODEL, NOW);
    fc.assert(
      fc.property(activities(), (list) => {
        expect(total([...list, bot])).toEqual(total(list));
      }),
    );
  });

  it("traces every activity's points to activities that were there, each in one row", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const ids = score(list, fit, DEFAULT_MODEL, NOW).entries.flatMap((one) => one.activityIds);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => list.some((activity) => activity.id === id))).toBe(true);
      }),
    );
  });
});

describe("C4 whole points that add up", () => {
  it("gives what rounding left to the largest remainders", () => {
    expect(apportion([1.5, 1.4, -0.9], 2)).toEqual([2, 1, -1]);
    expect(apportion([], 0)).toEqual([]);
  });

  it("always adds up, each within one of its share where the whole is the rounded sum", () => {
    const shares = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(shares, (list) => {
        const whole = Math.round(sum(list)) + 0;
        const parts = apportion(list, whole);
        expect(sum(parts)).toBe(whole);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (list[index] ?? 0))).toBeLessThanOrEqual(1 + 1e-9);
        });
      }),
    );
  });
});

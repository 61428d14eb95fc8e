import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreTrend as shape } from "@/lib/standard/scoring-context";
import { activities } from "@/lib/trail/testing/arbitrary-activities";
import { attended, daysAgo, download, form, NOW, page } from "@/lib/trail/testing/story";
import { icpFit } from "./icp/icp";
import { DEFAULT_MODEL } from "./model/default-model";
import { score } from "./score";
import { scoreTrend, storedTrend } from "./trend";

const fit = icpFit(
  { employees: 1_200, industry: "Logistics", techStack: ["SAP"], region: "NO", revenue: null },
  DEFAULT_MODEL,
);
const trend = (...list: ReturnType<typeof page>[]) => scoreTrend(list, fit, DEFAULT_MODEL, NOW);

describe("C4.5 the trend, by example", () => {
  it("rises where much happened this week", () => {
    const rising = trend(page(2, "/pricing"), form(1, "Demo request"));
    expect(rising).toMatchObject({ direction: "rising", windowDays: 7 });
    expect(rising.delta).toBeGreaterThan(15);
  });

  it("decays where all that happened was long ago", () => {
    const list = [form(10, "Demo request"), page(10, "/pricing"), attended(9, "Fair")];
    expect(trend(...list)).toMatchObject({ direction: "decaying" });
  });

  it("is stable inside the dead band", () => {
    expect(trend(download(40, "Peak season"), page(3, "/about"))).toMatchObject({
      direction: "stable",
    });
  });

  it("is stable for a lead that did nothing yet", () => {
    expect(trend()).toMatchObject({ direction: "stable", delta: 0 });
  });

  it("begins its history with the lead, and reaches back a month at most", () => {
    expect(trend(page(10.5, "/pricing")).history).toHaveLength(12);
    expect(trend(download(80, "Guide")).history).toHaveLength(29);
  });
});

describe("C4.5 the trend of a total that a MAP said", () => {
  const said = (days: number, total: number, modelVersion = DEFAULT_MODEL.version) => {
    return {
      total,
      fit: 0,
      intent: 0,
      behavior: 0,
      at: daysAgo(days),
      modelVersion,
      byTime: false,
    };
  };

  it("goes by what was stored, and knows no change before that", () => {
    const trend = storedTrend(72, DEFAULT_MODEL, NOW, [said(9, 40), said(3, 60)]);
    expect(trend.history.at(-1)?.total).toBe(72);
    expect(trend).toMatchObject({ delta: 32, direction: "rising" });
    expect(storedTrend(72, DEFAULT_MODEL, NOW, [])).toMatchObject({
      delta: 0,
      direction: "stable",
    });
    const other = [said(5, 10, DEFAULT_MODEL.version - 1), said(2, 70)];
    expect(storedTrend(72, DEFAULT_MODEL, NOW, other)).toMatchObject({ delta: 2 });
  });
});

describe("C4.5 the trend, always", () => {
  it("draws the score as it was: each point is what the score says of that moment", () => {
    fc.assert(
      fc.property(activities(40), (list) => {
        const { history } = scoreTrend(list, fit, DEFAULT_MODEL, NOW);
        for (const { at, total } of history) {
          expect(score(list, fit, DEFAULT_MODEL, new Date(at)).total).toBe(total);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is what the standard wants, of at most 30 points", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const found = scoreTrend(list, null, DEFAULT_MODEL, NOW);
        expect(shape.safeParse(found).success).toBe(true);
        expect(found.history.length).toBeLessThanOrEqual(30);
      }),
    );
  });
});

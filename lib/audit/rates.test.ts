import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateOf } from "@/lib/statistics/rate";
import { lastWeeks, newsOf, rateIn, type WeekCount, weeklyRates, weekOf } from "./rates";

const count = (week: string, complete: number, of: number): WeekCount => ({
  ...{ week, category: "behavioralTrail", complete, of },
});

describe("A.3 a rate with its interval", () => {
  it("agrees with Wilson's published figures at the audit's sample size", () => {
    // 18 of 20: 0.699 to 0.972 (Newcombe 1998, method 3).
    expect(rateOf(18, 20)).toMatchObject({ rate: 0.9 });
    expect(rateOf(18, 20)?.low).toBeCloseTo(0.699, 3);
    expect(rateOf(18, 20)?.high).toBeCloseTo(0.972, 3);
  });

  it("is nothing where nothing was counted", () => {
    expect(rateOf(0, 0)).toBeNull();
    expect(rateIn([], "behavioralTrail")).toBeNull();
  });

  it("holds the share between its bounds, and the bounds between 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (complete, rest) => {
        const rate = rateOf(complete, complete + rest);
        if (!rate) return complete + rest === 0;
        return 0 <= rate.low && rate.low <= rate.rate && rate.rate <= rate.high && rate.high <= 1;
      }),
      { examples: [[3642, 0]] },
    );
  });
});

describe("A.6 the trend by week", () => {
  it("starts weeks on Monday, in UTC, whatever the machine's zone", () => {
    expect(weekOf(new Date("2026-11-22T23:59:59Z"))).toBe("2026-11-16");
    expect(weekOf(new Date("2026-11-23T00:00:00Z"))).toBe("2026-11-23");
    expect(lastWeeks(new Date("2026-11-22T12:00:00Z"), 3)).toEqual([
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
    ]);
  });

  it("leaves a week without handoffs open instead of calling it 0%", () => {
    const counts = [count("2026-11-02", 3, 4)];
    expect(weeklyRates(counts, "behavioralTrail", ["2026-11-02", "2026-11-09"])).toEqual([
      0.75,
      null,
    ]);
  });

  it("names the category that fell, and none where all is well", () => {
    const weeks = lastWeeks(new Date("2026-11-22T12:00:00Z"), 10);
    const steady = weeks.map((week) => count(week, 9, 9));
    const fallen = weeks.slice(-4, -1).map((week) => count(week, 0, 9));
    expect(newsOf(steady, weeks, ["behavioralTrail"])).toBeNull();
    const news = newsOf([...steady, ...fallen], weeks, ["behavioralTrail"]);
    expect(news?.category).toBe("behavioralTrail");
    expect(news?.change).toBeLessThan(-0.3);
  });

  it("compares the last four weeks that are over with the four before, and names what moved most", () => {
    const weeks = lastWeeks(new Date("2026-11-22T12:00:00Z"), 10);
    // The first is older than both, the last still runs.
    const course = (at: number, before: number, late: number) =>
      at === 0 ? 20 : at === 9 ? 0 : at < 5 ? before : late;
    const of = (category: WeekCount["category"], before: number, late: number) =>
      weeks.map((week, at) => ({ week, category, complete: course(at, before, late), of: 20 }));
    const counts = [
      ...of("contactBasics", 17, 20),
      ...of("behavioralTrail", 15, 10),
      ...of("scoringContext", 20, 0).slice(5),
    ];
    const news = newsOf(counts, weeks, ["contactBasics", "behavioralTrail", "scoringContext"]);
    expect(news).toMatchObject({ category: "behavioralTrail" });
    expect(news?.change).toBeCloseTo(-0.25);
    expect(newsOf([], weeks, ["contactBasics"])).toBeNull();
  });

  it("takes exactly ten points for news, and less for none", () => {
    const weeks = lastWeeks(new Date("2026-11-22T12:00:00Z"), 10);
    const rates = (before: number, late: number) => [
      count(weeks[1] ?? "", before * 20, 400),
      count(weeks[8] ?? "", late * 20, 400),
    ];
    expect(newsOf(rates(16, 18), weeks, ["behavioralTrail"])?.change).toBeCloseTo(0.1);
    expect(newsOf(rates(18, 16), weeks, ["behavioralTrail"])?.change).toBeCloseTo(-0.1);
    expect(newsOf(rates(17, 18), weeks, ["behavioralTrail"])).toBeNull();
  });

  it("takes no change for news that chance explains, however many points it has", () => {
    const weeks = lastWeeks(new Date("2026-11-22T12:00:00Z"), 10);
    const few = [count(weeks[1] ?? "", 18, 20), count(weeks[8] ?? "", 15, 20)];
    expect(newsOf(few, weeks, ["behavioralTrail"])).toBeNull();
  });

  it("passes over the larger change that may be chance for the smaller that is none", () => {
    const weeks = lastWeeks(new Date("2026-11-22T12:00:00Z"), 10);
    const of = (category: WeekCount["category"], late: number, size: number) => [
      { week: weeks[1] ?? "", category, complete: size, of: size },
      { week: weeks[8] ?? "", category, complete: late, of: size },
    ];
    const counts = [...of("behavioralTrail", 2, 3), ...of("scoringContext", 340, 400)];
    const news = newsOf(counts, weeks, ["behavioralTrail", "scoringContext"]);
    expect(news?.category).toBe("scoringContext");
  });
});

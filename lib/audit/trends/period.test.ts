import { describe, expect, it } from "vitest";
import { isRunning, lastPeriods, PERIODS, periodOf, placeOf } from "./period";

describe("A.6 the periods of a trend", () => {
  it("are days, weeks from Monday, and months, in UTC", () => {
    expect(periodOf("2026-11-29", "day")).toEqual({ from: "2026-11-29", until: "2026-11-30" });
    expect(periodOf("2026-11-29", "week")).toEqual({ from: "2026-11-23", until: "2026-11-30" });
    expect(periodOf("2026-11-29", "month")).toEqual({ from: "2026-11-01", until: "2026-12-01" });
    expect(periodOf("2026-03-31", "month", 1)).toEqual({ from: "2026-02-01", until: "2026-03-01" });
    expect(periodOf("2024-02-29", "month", 2)).toEqual({ from: "2023-12-01", until: "2024-01-01" });
  });

  it.each(["day", "week", "month"] as const)("follow each other without a gap, per %s", (per) => {
    const periods = lastPeriods("2026-11-28", per);
    expect(periods).toHaveLength(PERIODS[per].shown);
    for (const [place, { from }] of periods.entries())
      if (place > 0) expect(periods[place - 1]?.until).toBe(from);
    expect(placeOf(new Date("2026-11-28T23:59:59Z"), periods)).toBe(periods.length - 1);
  });

  it("run until their end", () => {
    const week = periodOf("2026-11-29", "week");
    expect(isRunning(week, new Date("2026-11-29T23:59:59Z"))).toBe(true);
    expect(isRunning(week, new Date("2026-11-30T00:00:00Z"))).toBe(false);
  });
});

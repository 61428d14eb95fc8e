import { describe, expect, it } from "vitest";
import { lineOf, signalsOf } from "./lines";
import { lastPeriods } from "./period";

const now = new Date("2026-11-28T12:00:00Z");
const periods = lastPeriods("2026-11-28", "week");
const counts = (complete: (place: number) => number) =>
  periods.map(({ from: period }, place) => ({
    ...{ period, value: "", handoffs: 100, counts: [0, complete(place)] },
  }));
const line = (complete: (place: number) => number, without = -1) =>
  lineOf(
    {
      ...{ key: "contactBasics", label: "Contact Basics", place: 1 },
      counts: counts(complete).filter((_, place) => place !== without),
    },
    periods,
    now,
  );

describe("A.6 a line of a trend", () => {
  it("leaves a period without handoffs open, and takes noise for noise", () => {
    const steady = line((place) => 88 + (place % 5), 3);
    expect(steady.points[3]).toMatchObject({ of: 0, limits: null, outside: null });
    expect(steady.points[4]).toMatchObject({ complete: 92, of: 100 });
    expect(signalsOf([steady])).toEqual([]);
  });

  it("reports a fall that chance does not explain, and never one of a week that runs", () => {
    const fallen = line((place) => (place === 20 || place === 25 ? 40 : 90));
    expect(signalsOf([fallen]).map(({ place, point }) => [place, point.outside])).toEqual([
      [20, "below"],
    ]);
  });
});

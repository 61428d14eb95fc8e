import { describe, expect, it } from "vitest";
import { courseOf, finishedOf, pointsOf, signalsOf } from "./lines";
import { lastPeriods } from "./period";

const now = new Date("2026-11-28T12:00:00Z");
const periods = lastPeriods("2026-11-28", "week");
const finished = finishedOf(periods, now);
const counts = (complete: (place: number) => number) =>
  periods.map(({ from: period }, place) => ({
    ...{ period, value: "", handoffs: 100, counts: [0, complete(place)] },
  }));
const line = (complete: (place: number) => number, without = -1) => ({
  ...{ key: "contactBasics", label: "Contact basics" },
  counts: courseOf(
    counts(complete).filter((_, place) => place !== without),
    1,
    periods,
  ),
});

describe("A.6 a line of a trend", () => {
  it("leaves a period without handoffs open, and takes noise for noise", () => {
    const steady = line((place) => 88 + (place % 5), 3);
    const { points } = pointsOf(steady.counts, finished);
    expect(points[3]).toMatchObject({ of: 0, limits: null, outside: null });
    expect(points[4]).toMatchObject({ complete: 92, of: 100 });
    expect(signalsOf([steady], finished)).toEqual([]);
  });

  it("reports a fall that chance does not explain, and never one of a week that runs", () => {
    expect(finished).toBe(25);
    const fallen = line((place) => (place === 20 || place === 25 ? 40 : 90));
    const signals = signalsOf([fallen], finished);
    expect(signals?.map(({ place, point }) => [place, point.outside])).toEqual([[20, "below"]]);
  });

  it("tells of the latest first, also where another line is too young to be judged", () => {
    const young = { ...line(() => 90), key: "young", counts: periods.map(() => [0, 0] as const) };
    const twice = line((place) => (place === 10 || place === 20 ? 40 : 90));
    expect(signalsOf([young, twice], finished)?.map(({ place }) => place)).toEqual([20, 10]);
  });

  it("judges nothing before there are periods enough", () => {
    expect(signalsOf([line((place) => (place === 7 ? 0 : 90))], 19)).toBeNull();
  });
});

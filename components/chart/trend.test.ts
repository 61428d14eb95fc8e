import { describe, expect, it } from "vitest";
import { spreadLabels } from "./spread-labels";
import { lastRate, type Trend, trendPoints, trendScale } from "./trend";

const trend: Trend = {
  percent: String,
  span: "Week of",
  weeks: ["19 Oct", "26 Oct", "2 Nov"],
  lines: [
    { name: "Contact basics", rates: [0.94, 0.951, 0.96] },
    { name: "Behavioral trail", rates: [0.7, null, 0.63], news: true },
  ],
  target: 0.9,
  unfinished: true,
};

describe("A.6 the trend's points", () => {
  it("draws finished weeks solid and hangs the running week on the last of them", () => {
    expect(trendPoints(trend)).toEqual([
      { week: "19 Oct", place: 0, done0: 94, now0: null, done1: 70, now1: null },
      { week: "26 Oct", place: 1, done0: 95.1, now0: 95.1, done1: null, now1: null },
      { week: "2 Nov", place: 2, done0: null, now0: 96, done1: null, now1: 63 },
    ]);
  });

  it("draws every week solid once the last one is over", () => {
    const points = trendPoints({ ...trend, unfinished: false });
    expect(points[2]).toMatchObject({ done0: 96, now0: null });
  });

  it("lets a control limit below the scale run along it, and all together stand behind", () => {
    const line = { name: "a", rates: [0.9, 0.5, 0.8], limits: [[0.1, 1] as const, null, null] };
    const points = trendPoints({ ...trend, lines: [line], whole: [0.7, null, 0.6] }, 40);
    expect(points.map(({ low, high, whole }) => [low, high, whole])).toEqual([
      [40, 100, 70],
      [null, null, null],
      [null, null, 60],
    ]);
  });

  it("starts the scale below the lowest rate, never below nothing, never above the target", () => {
    expect(trendScale(trend)).toEqual([60, 80, 100]);
    expect(trendScale({ ...trend, lines: [{ name: "a", rates: [0.6] }] })[0]).toBe(40);
    expect(trendScale({ ...trend, lines: [{ name: "a", rates: [0] }] })[0]).toBe(0);
    expect(trendScale({ ...trend, lines: [{ name: "a", rates: [null, 1] }] })).toEqual([80, 100]);
  });

  it("labels a line by its last known rate", () => {
    expect(lastRate({ name: "a", rates: [0.5, 0.6, null] })).toBe(0.6);
    expect(lastRate({ name: "a", rates: [null] })).toBeNull();
  });
});

describe("spreadLabels", () => {
  it("leaves alone what does not overlap", () => {
    expect(spreadLabels([10, 40, 80], 16, 0, 100)).toEqual([10, 40, 80]);
  });

  it("pushes neighbours apart and keeps their order", () => {
    expect(spreadLabels([20, 18, 19], 16, 0, 100)).toEqual([50, 18, 34]);
  });

  it("stays above the bottom", () => {
    expect(spreadLabels([98, 99], 16, 0, 100)).toEqual([84, 100]);
  });
});

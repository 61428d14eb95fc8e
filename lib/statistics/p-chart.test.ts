import { describe, expect, it } from "vitest";
import { pChart } from "./p-chart";

describe("A.6 control limits of shares", () => {
  // Montgomery, Introduction to Statistical Quality Control, example 7.1: cans of frozen orange
  // juice, 30 samples of 50. NIST/SEMATECH e-Handbook, 6.3.3.2, has the same shares for chips.
  const CANS = [
    ...[12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22],
    ...[8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6],
  ];

  it("are those of Montgomery's orange juice cans, with samples 15 and 23 above", () => {
    const chart = pChart(CANS.map((count) => ({ count, of: 50 })));
    expect(chart?.centre).toBeCloseTo(0.2313, 4);
    expect(chart?.limits[0]?.high).toBeCloseTo(0.4102, 4);
    expect(chart?.limits[0]?.low).toBeCloseTo(0.0524, 4);
    const above = chart?.outside.flatMap((side, place) => (side ? [[place + 1, side]] : []));
    expect(above).toEqual([
      [15, "above"],
      [23, "above"],
    ]);
  });

  it("follow each period's own number, and stay shares", () => {
    const sizes = Array.from({ length: 20 }, (_, place) => (place ? 10 : 1_000));
    const chart = pChart([...sizes.map((of) => ({ count: of * 0.9, of })), { count: 0, of: 0 }]);
    expect(chart?.centre).toBeCloseTo(0.9, 10);
    expect(chart?.limits[0]?.low).toBeCloseTo(0.9 - 3 * Math.sqrt(0.09 / 1_000), 10);
    expect(chart?.limits[1]?.high).toBe(1);
    expect(chart?.limits.at(-1)).toBeNull();
    expect(chart?.outside.every((side) => side === null)).toBe(true);
  });

  it("are not told of fewer than twenty periods", () => {
    expect(pChart(Array.from({ length: 19 }, () => ({ count: 1, of: 2 })))).toBeNull();
  });
});

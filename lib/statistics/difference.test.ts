import { describe, expect, it } from "vitest";
import { differenceOf } from "./difference";

describe("A.3, R.1 the difference of two shares", () => {
  // Newcombe 1998, Statistics in Medicine 17: 873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("of %i/%i and %i/%i has Newcombe's published interval", (a, m, b, n, low, high) => {
    const difference = differenceOf({ count: a, of: m }, { count: b, of: n });
    expect(difference?.low).toBeCloseTo(low, 4);
    expect(difference?.high).toBeCloseTo(high, 4);
    expect(difference?.by).toBeCloseTo(a / m - b / n, 10);
  });

  it("is nothing where one of them is a share of nothing", () => {
    expect(differenceOf({ count: 0, of: 0 }, { count: 1, of: 2 })).toBeNull();
  });
});

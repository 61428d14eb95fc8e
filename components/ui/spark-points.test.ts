import { describe, expect, it } from "vitest";
import { sparkPoints } from "./spark-points";

describe("sparkPoints", () => {
  it("puts the lowest at the bottom, the highest on top, within the inset", () => {
    expect(sparkPoints([10, 20, 30], 100, 40, 2)).toEqual([
      { x: 2, y: 38 },
      { x: 50, y: 20 },
      { x: 98, y: 2 },
    ]);
  });

  it("lays a flat history in the middle", () => {
    expect(sparkPoints([7, 7], 100, 40, 2).map((point) => point.y)).toEqual([20, 20]);
  });

  it("sets a single value at the right, and draws nothing of nothing", () => {
    expect(sparkPoints([7], 100, 40, 2)).toEqual([{ x: 98, y: 20 }]);
    expect(sparkPoints([], 100, 40, 2)).toEqual([]);
  });
});

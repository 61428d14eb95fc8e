import { describe, expect, it } from "vitest";
import { medianOf } from "./median";

const to = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("R.1 a median with its interval", () => {
  it("takes the ranks of the published tables of the sign test", () => {
    // Conover 1999, table of exact intervals for the median: n = 10 gives ranks 2 and 9, 20 gives 6 and 15.
    expect(medianOf(to(10))).toEqual({ of: 10, median: 5.5, low: 2, high: 9 });
    expect(medianOf(to(20))).toEqual({ of: 20, median: 10.5, low: 6, high: 15 });
    expect(medianOf(to(6))).toMatchObject({ low: 1, high: 6 });
  });

  it("has none for fewer than six, and stays exact for many", () => {
    expect(medianOf(to(5))).toBeNull();
    const many = medianOf(to(5_000));
    // About n/2 ± 1.96 × √n / 2.
    expect(many?.low).toBeGreaterThan(2_425);
    expect(many?.low).toBeLessThan(2_435);
  });
});

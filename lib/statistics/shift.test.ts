import { describe, expect, it } from "vitest";
import { random } from "@/db/seed/random";
import { shiftOf } from "./shift";

describe("R.1 the difference of two lengths of time", () => {
  // Hollander and Wolfe 1973, p. 69f: permeability of the human chorioamnion at term and at 12 to 26
  // weeks, the example of R's wilcox.test.
  const AT_TERM = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  const BEFORE = [1.15, 0.88, 0.9, 0.74, 1.21];

  it("is that of Hollander and Wolfe's example", () => {
    const shift = shiftOf(AT_TERM, BEFORE);
    expect(shift?.by).toBeCloseTo(0.305, 6);
    expect(shift?.low).toBeCloseTo(-0.15, 6);
    expect(shift?.high).toBeCloseTo(0.76, 6);
  });

  it("turns round with the groups, and moves with the values", () => {
    const back = shiftOf(BEFORE, AT_TERM);
    expect(back?.by).toBeCloseTo(-0.305, 6);
    expect(back?.high).toBeCloseTo(0.15, 6);
    const moved = shiftOf(
      AT_TERM.map((value) => value + 2),
      BEFORE,
    );
    expect(moved?.by).toBeCloseTo(2.305, 6);
  });

  it("is not told of fewer than four in a group", () => {
    expect(shiftOf([1, 2, 3], [1, 2, 3, 4, 5])).toBeNull();
  });

  it("is found among a hundred million pairs, and holds the truth in 95 of 100 samples", () => {
    const chance = random("shift");
    const values = (count: number, shift: number) =>
      Array.from(
        { length: count },
        () => shift - Math.log(1 - chance.between(0, 999_999) / 1_000_000),
      );
    const many = shiftOf(values(10_000, 1), values(10_000, 0));
    expect(many?.by).toBeCloseTo(1, 1);
    let held = 0;
    for (let run = 0; run < 1_000; run += 1) {
      const shift = shiftOf(values(15, 1), values(12, 0));
      if (shift && shift.low <= 1 && 1 <= shift.high) held += 1;
    }
    expect(held / 1_000).toBeGreaterThan(0.93);
    expect(held / 1_000).toBeLessThan(0.98);
  });
});

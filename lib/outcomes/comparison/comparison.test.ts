import { describe, expect, it } from "vitest";
import { type Answered, compare, isShown, stratumCounts } from "./comparison";

/** In two rows, as leads come that became different things. */
const leads = (stratum: string, warm: boolean, met: number, of: number): Answered[] => [
  { stratum, warm, met, of: met },
  { stratum, warm, met: 0, of: of - met },
];

describe("R.1 warm against partial handoffs", () => {
  it("shows a difference only where the interval within strata does", () => {
    const answers = [
      ...leads("1 webinar", true, 70, 90),
      ...leads("1 webinar", false, 40, 90),
      ...leads("2 ads", true, 30, 60),
    ];
    const comparison = compare(answers);
    expect(comparison.warm).toMatchObject({ complete: 100, of: 150 });
    expect(comparison.within).toMatchObject({ strata: 1 });
    expect(comparison.within?.by).toBeCloseTo(1 / 3, 6);
    expect([isShown(comparison), comparison.enough]).toEqual([true, null]);
    expect(stratumCounts(answers)[1]).toEqual({ stratum: "2 ads", warm: 60, partial: 0 });
  });

  it("shows nothing of fewer than twenty in a group, however clear it looks", () => {
    const shown = (warm: number, partial: number) =>
      isShown(compare([...leads("1", true, warm, warm), ...leads("1", false, 0, partial)]));
    expect(shown(20, 20)).toBe(true);
    expect(shown(19, 40)).toBe(false);
    expect(shown(40, 19)).toBe(false);
  });

  it("counts both groups of each stratum, the largest stratum first", () => {
    const counts = stratumCounts([
      ...leads("few", true, 1, 5),
      ...leads("many", false, 10, 30),
      ...leads("many", true, 5, 20),
      ...leads("some", false, 5, 40),
    ]);
    expect(counts).toEqual([
      { stratum: "many", warm: 20, partial: 30 },
      { stratum: "some", warm: 0, partial: 40 },
      { stratum: "few", warm: 5, partial: 0 },
    ]);
  });

  it("says how much would be enough where it is not", () => {
    const few = compare([...leads("1", true, 4, 4), ...leads("1", false, 0, 4)]);
    expect(isShown(few)).toBe(false);
    const same = compare([...leads("1", true, 60, 100), ...leads("1", false, 60, 100)]);
    expect(same.enough).toBe(356);
    expect(compare([])).toEqual({
      ...{ warm: null, partial: null, plain: null, within: null, enough: null },
    });
  });
});

import { describe, expect, it } from "vitest";
import { agreement } from "./kappa";

/** A table of counts as pairs: rows are the first rater's verdicts, columns the second's. */
const pairs = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one, other] as const)),
  );

describe("A.2 the agreement of two auditors", () => {
  it("is the kappa of Fleiss, Levin and Paik's diagnoses of 100 patients (2003, table 18.1)", () => {
    const diagnoses = pairs([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    const { of, agreed, kappa } = agreement(diagnoses);
    expect([of, agreed]).toEqual([100, 89]);
    expect(kappa).toBeCloseTo(0.68, 2);
  });

  it("has the interval that SAS prints for a small table (PROC FREQ; in statsmodels' tests)", () => {
    const { kappa, low, high } = agreement(
      pairs([
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ]),
    );
    expect(kappa).toBeCloseTo(0.4842, 4);
    expect(low).toBeCloseTo(0.2137, 4);
    expect(high).toBeCloseTo(0.7547, 4);
  });

  it("is 0 where they agree as often as chance would, and 1 where always", () => {
    const chance = agreement(
      pairs([
        [25, 25],
        [25, 25],
      ]),
    );
    expect(chance.kappa).toBeCloseTo(0, 10);
    const always = agreement(
      pairs([
        [3, 0],
        [0, 17],
      ]),
    );
    expect(always.kappa).toBe(1);
    expect(always.low).toBeCloseTo(1, 6);
  });

  it("is not defined where both say one thing of all", () => {
    expect(agreement(pairs([[20]]))).toEqual({
      ...{ of: 20, agreed: 20, kappa: null, low: null, high: null },
    });
    expect(agreement([]).kappa).toBeNull();
  });
});

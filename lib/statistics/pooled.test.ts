import { describe, expect, it } from "vitest";
import { random } from "@/db/seed/random";
import { pooledDifference, type Stratum } from "./pooled";

const stratum = (met: number, of: number, otherMet: number, otherOf: number): Stratum => ({
  ...{ met, of, otherMet, otherOf },
});

describe("R.1 a difference within strata", () => {
  it("is the plain difference where there is one stratum", () => {
    const one = pooledDifference([stratum(56, 70, 48, 80)]);
    expect(one?.by).toBeCloseTo(0.2, 10);
    // Close to Newcombe's 0.0524 to 0.3339 for the same counts.
    expect(one?.low).toBeCloseTo(0.055, 1);
    expect(one?.high).toBeCloseTo(0.345, 1);
  });

  it("is not fooled by good leads that are also well documented (Simpson 1951)", () => {
    // Charig et al. 1986: 273/350 and 289/350 in all; yet better in small and in large stones.
    const strata = [stratum(81, 87, 234, 270), stratum(192, 263, 55, 80)];
    expect(273 / 350 - 289 / 350).toBeLessThan(0);
    expect(pooledDifference(strata)?.by).toBeGreaterThan(0);
    expect(pooledDifference(strata)?.by).toBeCloseTo(0.0538, 3);
  });

  it("leaves out what only one group has, and says nothing of nothing", () => {
    expect(pooledDifference([stratum(3, 5, 0, 0)])).toBeNull();
    expect(pooledDifference([stratum(0, 83, 0, 51)])).toBeNull();
    expect(pooledDifference([stratum(5, 5, 7, 7)])).toBeNull();
    expect(pooledDifference([stratum(3, 5, 1, 5), stratum(3, 5, 0, 0)])?.strata).toBe(1);
  });

  it("has in one stratum the variance of two shares, and turns round with the groups", () => {
    // 6 of 10 against 4 of 20: 0.6 × 0.4 / 10 + 0.2 × 0.8 / 20 = 0.032, by hand.
    const one = pooledDifference([stratum(6, 10, 4, 20)]);
    expect(one?.by).toBeCloseTo(0.4, 10);
    expect((one?.high ?? 0) - (one?.by ?? 0)).toBeCloseTo(1.959964 * Math.sqrt(0.032), 5);
    const turned = pooledDifference([stratum(4, 20, 6, 10)]);
    expect(turned?.low).toBeCloseTo(-(one?.high ?? 0), 10);
    expect(turned?.high).toBeCloseTo(-(one?.low ?? 0), 10);
  });

  it("holds the true difference in 95 of 100 samples, also in many small strata", () => {
    const chance = random("coverage");
    const drawn = (of: number, share: number) =>
      Array.from({ length: of }, () => chance.chance(share)).filter(Boolean).length;
    const runs = 2_000;
    let held = 0;
    for (let run = 0; run < runs; run += 1) {
      const strata = [0.3, 0.4, 0.5, 0.6, 0.3, 0.4, 0.5, 0.6].map((base) =>
        stratum(drawn(9, base + 0.15), 9, drawn(6, base), 6),
      );
      const pooled = pooledDifference(strata);
      if (pooled && pooled.low <= 0.15 && 0.15 <= pooled.high) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
  });
});

import { describe, expect, it } from "vitest";
import { chanceOf, drawFrom } from "./chance";
import { chosenWith, drawReps, drawSample, nextOf, places } from "./sample";

const leads = (strata: Record<string, number>) =>
  Object.entries(strata).flatMap(([stratum, count]) =>
    Array.from({ length: count }, (_, at) => ({ leadId: `${stratum}${at}`, stratum })),
  );
const ids = (drawn: readonly { leadId: string }[]) => drawn.map(({ leadId }) => leadId);

/** Pearson's chi-square of how often each of `cells` came against all equally often. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe("A.1 the seeded draw", () => {
  it("reads SHA-256 of seed and counter, which any other program can do as well", () => {
    // printf 'baton/0' | sha256sum
    const first = chanceOf("baton");
    const words = [1, 2, 3].map(() => first.below(2 ** 32).toString(16));
    expect(words).toEqual(["a357c5ef", "6d41ff34", "b39dd799"]);
  });

  it("gives the same sample for the same seed, whatever the order of the leads", () => {
    const all = leads({ "": 60 });
    expect(drawSample(all.toReversed(), 20, "k7")).toEqual(drawSample(all, 20, "k7"));
    expect(ids(drawSample(all, 20, "k8"))).not.toEqual(ids(drawSample(all, 20, "k7")));
    expect(new Set(ids(drawSample(all, 20, "k7"))).size).toBe(20);
    const numbers = Array.from({ length: 20 }, (_, at) => at + 1);
    expect(drawSample(all, 20, "k7").map(({ place }) => place)).toEqual(numbers);
    expect(() => drawSample(all, 61, "k7")).toThrow(RangeError);
  });

  it("has every lead equally likely over a million draws", { timeout: 60_000 }, () => {
    const items = Array.from({ length: 23 }, (_, at) => at);
    const came = items.map(() => 0);
    for (let seed = 0; seed < 1_000_000; seed += 1) {
      for (const item of drawFrom(items, 5, chanceOf(`${seed}`)))
        came[item] = (came[item] ?? 0) + 1;
    }
    // 22 degrees of freedom: above 48.27 in one of a thousand fair draws. Five of 23 without
    // replacement vary less than independent ones, by (23 - 5) / 22.
    expect(chiSquare(came) / (18 / 22)).toBeLessThan(48.27);
    expect(chiSquare(came) / (18 / 22)).toBeGreaterThan(5);
  });

  it("has every lead equally likely across strata of very different size", () => {
    const all = leads({ ads: 29, events: 3, partner: 1 });
    const came = new Map(ids(all).map((id) => [id, 0]));
    for (let seed = 0; seed < 20_000; seed += 1) {
      for (const { leadId } of drawSample(all, 5, `s${seed}`)) {
        came.set(leadId, (came.get(leadId) ?? 0) + 1);
      }
    }
    // 32 degrees of freedom, one in a thousand: 62.49.
    expect(chiSquare([...came.values()])).toBeLessThan(62.49);
  });

  it("gives each stratum its share, rounded down or up, and all the places", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const given = places([29, 3, 1], 20, `${seed}`);
      expect(given.reduce((sum, each) => sum + each, 0)).toBe(20);
      expect([17, 18]).toContain(given[0]);
      expect([1, 2]).toContain(given[1]);
      expect([0, 1]).toContain(given[2]);
    }
  });

  it("brings in the next of the same stratum for one that is swapped out", () => {
    const all = leads({ ads: 12, events: 6 });
    const sample = drawSample(all, 6, "k7");
    const ads = sample.filter(({ stratum }) => stratum === "ads");
    const next = nextOf(all, { stratum: "ads", drawn: ads.length, seed: "k7" });
    expect(next?.stratum).toBe("ads");
    expect(ids(ads)).not.toContain(next?.leadId);
    expect(nextOf(all, { stratum: "events", drawn: 6, seed: "k7" })).toBeNull();
    const swaps = new Map([["ads", 1]]);
    const chosen = chosenWith(all, { size: 6, seed: "k7", swaps });
    expect(chosen).toEqual(new Set([...ids(sample), next?.leadId]));
  });

  it("draws three reps by the same seed", () => {
    const reps = ["ada", "bo", "cy", "di", "ed"];
    expect(drawReps(reps.toReversed(), 3, "k7")).toEqual(drawReps(reps, 3, "k7"));
    expect(drawReps(["ada"], 3, "k7")).toEqual(["ada"]);
  });
});

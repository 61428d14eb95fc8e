import { describe, expect, it } from "vitest";
import { random } from "./random";

const draws = (seed: string | number) => Array.from({ length: 50 }, random(seed).fraction);

describe("chance from a number", () => {
  it("repeats itself for the same seed, and not for another", () => {
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it("spreads evenly enough that every tenth is hit about as often", () => {
    const { fraction } = random("spread");
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw++) {
      const tenth = Math.floor(fraction() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(count).toBeGreaterThan(880);
  });

  it("keeps a branch the same however much was asked of its trunk", () => {
    const asked = random(7);
    for (let draw = 0; draw < 9; draw++) asked.fraction();
    expect(asked.branch("lead 3").fraction()).toBe(random(7).branch("lead 3").fraction());
  });

  it("picks by weight, shuffles without losing any, and keeps to both ends", () => {
    const chance = random("ends");
    const picked = Array.from({ length: 1_000 }, () =>
      chance.weighted({ never: 0, often: 9, seldom: 1 }),
    );
    expect(picked).not.toContain("never");
    expect(picked.filter((key) => key === "seldom").length).toBeGreaterThan(50);
    expect(chance.shuffled([1, 2, 3, 4, 5]).toSorted()).toEqual([1, 2, 3, 4, 5]);
    const ends = new Set(Array.from({ length: 200 }, () => chance.between(2, 4)));
    expect([...ends].toSorted()).toEqual([2, 3, 4]);
  });

  it("refuses to pick from nothing", () => {
    expect(() => random(1).pick([])).toThrow("nothing to pick from");
  });
});

import { describe, expect, it } from "vitest";
import { inGroups } from "./in-groups";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("leads that are enriched side by side", () => {
  it("are all kept, each once, in groups no larger than allowed", async () => {
    const groups: number[][] = [];
    await inGroups(
      numbers(120),
      { sideBySide: 50, atMost: 20 },
      async (item) => item,
      async (group) => {
        groups.push(group);
      },
    );
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual(numbers(120));
    expect(Math.max(...groups.map((group) => group.length))).toBeLessThanOrEqual(20);
    expect(groups.length).toBeLessThan(60);
  });

  it("do not wait for a slow one", async () => {
    const slow = Promise.withResolvers<void>();
    const quick = Promise.withResolvers<void>();
    const kept: number[] = [];
    const all = inGroups(
      numbers(10),
      { sideBySide: 3, atMost: 5 },
      async (item) => {
        if (item === 0) await slow.promise;
        return item;
      },
      async (group) => {
        kept.push(...group);
        if (kept.length === 9) quick.resolve();
      },
    );
    await quick.promise;
    expect(kept).not.toContain(0);
    slow.resolve();
    await all;
    expect(kept.at(-1)).toBe(0);
  });

  it("never more side by side than allowed", async () => {
    let under = 0;
    let most = 0;
    await inGroups(
      numbers(30),
      { sideBySide: 4, atMost: 5 },
      async (item) => {
        most = Math.max(most, ++under);
        await Promise.resolve();
        under--;
        return item;
      },
      async () => {},
    );
    expect(most).toBe(4);
  });

  it("tell of what could not be kept", async () => {
    const keep = async () => {
      throw new Error("no database");
    };
    const all = inGroups(numbers(3), { sideBySide: 2, atMost: 5 }, async (item) => item, keep);
    await expect(all).rejects.toThrow("no database");
  });
});

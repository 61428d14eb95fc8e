import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChainStep, moved, savedSteps } from "./view";

const step = (id: string): ChainStep => ({
  id,
  name: id,
  lookup: "person",
  enabled: true,
  paused: false,
  timeLimitMs: 5_000,
  cacheDays: 30,
  costCents: 0,
  fields: [
    { id: "C1.2", label: "Job title", use: "override" },
    { id: "C1.5", label: "Direct phone", use: "off" },
  ],
});
const steps = ["a", "b", "c", "d"].map(step);
const ids = (list: ChainStep[]) => list.map(({ id }) => id).join("");

describe("G.2 the order of the chain", () => {
  it("moves a step up and down, and no further than the ends", () => {
    expect(ids(moved(steps, "c", -1))).toBe("acbd");
    expect(ids(moved(steps, "c", 1))).toBe("abdc");
    expect(ids(moved(steps, "a", -1))).toBe("abcd");
    expect(ids(moved(steps, "d", 1))).toBe("abcd");
    expect(ids(moved(steps, "nobody", 1))).toBe("abcd");
  });

  it("never loses or doubles a step, and takes a move back", () => {
    fc.assert(
      fc.property(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(-1, 1), (id, by) => {
        const after = moved(steps, id, by);
        expect(after.map((one) => one.id).toSorted()).toEqual(["a", "b", "c", "d"]);
        if (ids(after) !== ids(steps)) expect(ids(moved(after, id, -by))).toBe("abcd");
      }),
    );
  });

  it("is saved as positions from 1, without what is off", () => {
    const [first, second] = savedSteps(moved(steps, "b", -1));
    expect([first?.id, first?.position, second?.id, second?.position]).toEqual(["b", 1, "a", 2]);
    expect(first?.fills).toEqual({ "C1.2": "override" });
  });
});

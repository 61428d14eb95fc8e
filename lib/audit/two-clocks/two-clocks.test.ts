import { describe, expect, it } from "vitest";
import { slower, spreadOf } from "./two-clocks";

const reading = (marketing: number | null, sales: number | null, leads = 9) => ({
  ...{ leads, untried: 0, whole: spreadOf([]) },
  ...{ marketing: spreadOf([marketing]), sales: spreadOf([sales]) },
});

describe("G.6 which of the two clocks a lead waited for longer", () => {
  it("is the one whose median is larger, and sales' where half are still waiting for it", () => {
    expect(slower(reading(60, 240))).toBe("sales");
    expect(slower(reading(3_600, 240))).toBe("marketing");
    expect(slower(reading(3_600, null))).toBe("sales");
  });

  it("is told of one lead, and of none is nothing said", () => {
    expect(slower(reading(60, 240, 1))).toBe("sales");
    expect(slower(reading(null, null, 0))).toBeNull();
  });
});

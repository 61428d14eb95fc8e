import { describe, expect, it } from "vitest";
import { fallOf } from "./moved";

describe("A.5 a finding closes only when the rate has really moved", () => {
  it("has moved where the whole interval of the fall is above nothing", () => {
    // 56/70 and 48/80: 0.0524 to 0.3339 (Newcombe 1998, table II).
    const fall = fallOf({ count: 56, of: 70 }, { count: 48, of: 80 });
    expect(fall).toMatchObject({ moved: true });
    expect(fall?.low).toBeCloseTo(0.0524, 4);
  });

  it("has not moved where chance alone could have made the fall, or it rose", () => {
    // 5/56 and 0/29: -0.0381 to 0.1926.
    expect(fallOf({ count: 5, of: 56 }, { count: 0, of: 29 })?.moved).toBe(false);
    expect(fallOf({ count: 48, of: 80 }, { count: 56, of: 70 })?.moved).toBe(false);
    expect(fallOf({ count: 1, of: 2 }, { count: 0, of: 0 })).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { neededInEach } from "./needed";

describe("R.1 how much would be enough", () => {
  it("agrees with the usual tables", () => {
    // 0.60 against 0.70 at 5% and 80% power: 356 in each group.
    expect(neededInEach(0.6, 0.1)).toBe(356);
    // 0.50 against 0.60: 388, which is what power.prop.test of R says.
    expect(neededInEach(0.5, 0.1)).toBe(388);
    expect(neededInEach(0.95, 0.1)).toBe(neededInEach(0.85, 0.1));
  });
});

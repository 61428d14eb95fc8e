import { describe, expect, it } from "vitest";
import { panelsFor } from "./trend-panels";

describe("A.6 lines that can be told apart", () => {
  it("keeps a few in one drawing where their names fit beside them", () => {
    expect(panelsFor({ lines: 5, apart: false, width: 1100 })).toBe(false);
    expect(panelsFor({ lines: 1, apart: true, width: 340 })).toBe(false);
  });

  it("gives each its own where they are many, noisy, or on a phone", () => {
    expect(panelsFor({ lines: 6, apart: false, width: 1100 })).toBe(true);
    expect(panelsFor({ lines: 3, apart: true, width: 1100 })).toBe(true);
    expect(panelsFor({ lines: 5, apart: false, width: 340 })).toBe(true);
  });
});

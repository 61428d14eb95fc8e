import { describe, expect, it } from "vitest";
import { researchByField } from "./research";

describe("R.2 minutes of research by field", () => {
  it("shares minutes out among the fields, and adds up to what was told", () => {
    const told = [
      { lookedUp: true, fieldIds: ["C1.6", "C1.5"] as const, minutes: 20 },
      { lookedUp: true, fieldIds: ["C1.6"] as const, minutes: 50 },
      { lookedUp: false, fieldIds: [], minutes: null },
    ];
    const aYear = 365.25 / 7;
    const fields = researchByField(told, aYear);
    expect(fields.map(({ fieldId, times, hours }) => [fieldId, times, hours])).toEqual([
      ["C1.6", 2, expect.closeTo(1 / 12, 10)],
      ["C1.5", 1, expect.closeTo(1 / 72, 10)],
    ]);
  });
});

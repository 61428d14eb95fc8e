import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { employeeCount, employeeValue } from "./employee-count";

describe("C2.1 the number of employees as sources word it", () => {
  it.each([
    ["250", 250, 250],
    ["1,200", 1_200, 1_200],
    ["1.200", 1_200, 1_200],
    ["1 200", 1_200, 1_200],
    ["1'200 employees", 1_200, 1_200],
    ["51-200", 51, 200],
    ["51–200 employees", 51, 200],
    ["1,001 - 5,000", 1_001, 5_000],
    ["50 to 200", 50, 200],
    ["5-10k", 5_000, 10_000],
    ["1.5k", 1_500, 1_500],
    ["10,001+", 10_001, null],
    ["500 or more", 500, null],
    ["> 1000", 1_000, null],
    ["under 50", 1, 50],
    ["0-1", 1, 1],
    ["Self-employed", 1, 1],
    ["Myself only", 1, 1],
  ])("reads %s as %s to %s", (text, atLeast, atMost) => {
    expect(employeeCount(text)).toEqual({ atLeast, atMost });
  });

  it.each(["1e3", "1E+03", "1.0E+03", "1,0E+03"])(
    "reads %s as a thousand, as a sheet writes it",
    (text) => {
      expect(employeeCount(text)).toEqual({ atLeast: 1_000, atMost: 1_000 });
    },
  );

  it.each(["", "0", "many", "N/A", "2.5", "99999999999", "1-2-3", "-", "-5", "−1,200", "1e9"])(
    "reads %s as none",
    (text) => {
      expect(employeeCount(text)).toBeNull();
    },
  );

  it("calls a range an estimate, and a number none", () => {
    expect(employeeValue("51-200")).toEqual({
      value: { atLeast: 51, atMost: 200 },
      detail: { estimated: true },
    });
    expect(employeeValue(1_200)).toEqual({ value: 1_200 });
  });

  it("keeps every whole number, however its thousands are grouped", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.constantFrom("en-GB", "de-DE", "fr-FR", "de-CH", "nb-NO"),
        (count, locale) => {
          const text = new Intl.NumberFormat(locale).format(count);
          expect(employeeCount(text)).toEqual({ atLeast: count, atMost: count });
        },
      ),
    );
  });
});

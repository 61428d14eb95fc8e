import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decimalText, numberRefusal, typedDecimal, typedWhole } from "./typed-number";

describe("a whole number as typed", () => {
  it.each([
    ["200", 200],
    [" 0 ", 0],
    ["-5", -5],
    ["−5", -5],
    ["10,000", 10_000],
    ["10.000", 10_000],
    ["10 000", 10_000],
    ["10\u202f000", 10_000],
    ["1’250’000", 1_250_000],
    ["1,250,000", 1_250_000],
  ])("%j is %d", (text, value) => {
    expect(typedWhole(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "many",
    "2,5",
    "2.5",
    "1,25",
    "1,0000",
    "1,234.567",
    "0,125",
    "1 2",
    "1e3",
    "0x10",
  ])("%j is none", (text) => {
    expect(typedWhole(text)).toBeNaN();
  });
});

describe("a number with decimals as typed", () => {
  it.each([
    ["2,5", 2.5],
    ["2.5", 2.5],
    ["20", 20],
    [".5", 0.5],
    ["-0,5", -0.5],
    ["0,125", 0.125],
    ["1,2500", 1.25],
    ["1234,567", 1234.567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 234,567", 1234.567],
    ["1.234.567", 1_234_567],
  ])("%j is %d", (text, value) => {
    expect(typedDecimal(text)).toBe(value);
  });

  it.each(["", "much", "2,", ",", "1,2,3", "1,234,5", "12,34.5", "1e3", "Infinity"])(
    "%j is none",
    (text) => {
      expect(typedDecimal(text)).toBeNaN();
    },
  );

  it("is not guessed where it may be two", () => {
    const schema = z.number(numberRefusal("Give millions, such as 20."));
    const said = (text: string) => schema.safeParse(typedDecimal(text)).error?.issues[0]?.message;
    expect(said("2,500")).toBe("‘2,500’ may be two numbers. Write 2.5 or 2500.");
    expect(said("1.125")).toBe("‘1.125’ may be two numbers. Write 1.1250 or 1125.");
    expect(said("soon")).toBe("Give millions, such as 20.");
    expect(said("2,5")).toBeUndefined();
  });

  it.each([0, 0.125, 1.125, 12.5, 2500, 1234.567, 999.875])(
    "reads %d back as it shows it",
    (value) => {
      expect(typedDecimal(decimalText(value))).toBe(value);
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRevenue, revenueValue, revenueWords } from "./revenue-band";

describe("C2.2 revenue as sources word it, in millions", () => {
  it.each([
    // Clearbit's and ZoomInfo's bands
    ["$0-$1M", "USD", 0, 1],
    ["$1M-$10M", "USD", 1, 10],
    ["$10M-$50M", "USD", 10, 50],
    ["$500M-$1B", "USD", 500, 1_000],
    ["$1B-$10B", "USD", 1_000, 10_000],
    ["$10B+", "USD", 10_000, null],
    ["$100 mil. - $250 mil.", "USD", 100, 250],
    ["Over $5 bil.", "USD", 5_000, null],
    // Apollo prints a figure
    ["100M", null, 100, 100],
    ["1.2B", null, 1_200, 1_200],
    // people, forms and our own words
    ["€ 180–220 M", "EUR", 180, 220],
    ["€2-10 million", "EUR", 2, 10],
    ["10 to 50 million", null, 10, 50],
    ["50 Mio. €", "EUR", 50, 50],
    ["1,2 Mrd", null, 1_200, 1_200],
    ["£1m–£5m", "GBP", 1, 5],
    ["more than 50 million NOK", "NOK", 50, null],
    ["Under € 2 M", "EUR", 0, 2],
    ["€ 500 M–1 B", "EUR", 500, 1_000],
    ["Over € 1 B", "EUR", 1_000, null],
    ["< CHF 5m", "CHF", 0, 5],
    ["500K", null, 0.5, 0.5],
    ["25,000,000", null, 25, 25],
    ["25 000 000", null, 25, 25],
    ["$1,234,567.89", "USD", 1.23456789, 1.23456789],
    ["0.125 B", null, 125, 125],
    ["USD 1.5bn", "USD", 1_500, 1_500],
  ])("reads %s", (text, currency, atLeast, atMost) => {
    const band = readRevenue(text);
    expect(band?.currency).toBe(currency);
    expect(band?.atLeast).toBeCloseTo(atLeast, 8);
    if (atMost === null) expect(band?.atMost).toBeNull();
    else expect(band?.atMost).toBeCloseTo(atMost, 8);
  });

  it.each(["", "undisclosed", "N/A", "€"])("reads %s as none", (text) => {
    expect(readRevenue(text)).toBeNull();
  });
});

describe("C2.2 the band that is shown", () => {
  it.each([
    ["$10M-$50M", "$ 10–50 M"],
    ["$500M-$1B", "$ 500 M–1 B"],
    ["$10B+", "Over $ 10 B"],
    ["$0-$1M", "Under $ 1 M"],
    ["€ 180–220 M", "€ 180–220 M"],
    ["more than 50 million NOK", "Over NOK 50 M"],
    ["100M", "100–250 M"],
    ["250000", "Under 1 M"],
    ["12 B", "Over 10 B"],
  ])("shows %s as %s", (text, words) => {
    expect(revenueValue(text)?.value).toBe(words);
  });

  it("keeps an exact amount beside the step that shows it", () => {
    expect(revenueValue({ amount: 25_400_000, currency: "USD" })).toEqual({
      value: "$ 10–50 M",
      detail: { currency: "USD", atLeastMillions: 25.4, atMostMillions: 25.4 },
    });
  });

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])("takes %s for no revenue", (amount) => {
    expect(revenueValue({ amount, currency: "USD" })).toBeNull();
  });

  it("stays the same when it is read again", () => {
    const currency = fc.constantFrom("EUR", "USD", "GBP", "NOK", null);
    const amount = fc.double({ min: 1, max: 5e11, noNaN: true });
    fc.assert(
      fc.property(amount, currency, (given, code) => {
        const words = revenueValue({ amount: given, currency: code })?.value ?? "";
        const again = readRevenue(words);
        expect(again && revenueWords(again)).toBe(words);
        expect(again?.currency).toBe(code);
        expect(again?.atLeast).toBeLessThanOrEqual(given / 1e6);
      }),
    );
  });
});

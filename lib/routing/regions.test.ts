import { describe, expect, it } from "vitest";
import { REGIONS } from "./regions";

/** Nobody lives there for longer than a season. */
const WITHOUT_COMPANIES = ["AQ", "BV", "HM", "TF", "UM"];

/** Every country that ISO 3166 has a code for, as the platform knows them, and Kosovo's usual one. */
function everyCountry(): string[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return codes.filter((code) => names.of(code) && isOfACountry(code));
}

/** Neither withdrawn (whose canonical code is another one), nor reserved for what is no country. */
function isOfACountry(code: string): boolean {
  const reserved = [
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "EU",
    "EZ",
    "IC",
    "QO",
    "TA",
    "UN",
    "XA",
    "XB",
    "ZZ",
  ];
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && !reserved.includes(code);
}

describe("regions as sales speaks of them", () => {
  const worldwide = ["EMEA", "APAC", "Americas"].flatMap((region) => REGIONS[region] ?? []);

  it("leave out no country", () => {
    const missing = everyCountry().filter((code) => !worldwide.includes(code));
    expect(missing.toSorted()).toEqual(WITHOUT_COMPANIES);
  });

  it("name each country in one of the three, and none that is not", () => {
    // Greenland is one of the Nordics and in North America, Mexico in both parts of the Americas.
    const twice = worldwide.filter((code, place) => worldwide.indexOf(code) !== place);
    expect(twice).toEqual(["GL", "MX"]);
    expect(worldwide.filter((code) => !everyCountry().includes(code))).toEqual([]);
  });
});

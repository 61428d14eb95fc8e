import { describe, expect, it } from "vitest";
import { knownPlace, nameOrder } from "./known-place";

describe("C1.7 language and region from what is known, and how", () => {
  it.each([
    [{ region: "Norge", phone: "+46 70 174 06 05" }, { region: "NO" }, null],
    [{ language: "nb-NO", phone: "+46 70 174 06 05" }, { language: "nb", region: "NO" }, null],
    [{ language: "Norwegian", phone: "+47 412 34 567" }, { language: "nb", region: "NO" }, "phone"],
    [{ phone: "0047 412 34 567", domains: ["nordlys.se"] }, { region: "NO" }, "phone"],
    [{ phone: "412 34 567", domains: ["nordlys.no"] }, { region: "NO" }, "domain"],
    [{ domains: [null, "shop.acme.co.uk"] }, { region: "GB" }, "domain"],
    [{ domains: ["hotmail.de"] }, { region: "DE" }, "domain"],
    [{ language: "fr", domains: ["acme.com"] }, { language: "fr" }, null],
  ])("of %o is %o, from %s", (clues, place, regionFrom) => {
    expect(knownPlace({ domains: [], ...clues })).toEqual({
      place: { language: null, region: null, ...place },
      regionFrom,
    });
  });

  it.each([
    { domains: ["acme.com", "acme.io", "acme.ai", "acme.co", "acme.eu", "acme.example"] },
    { phone: "412 34 567", domains: [] },
    { phone: "+800 2345 6789", domains: [] },
    { region: "EMEA", language: "Klingonish", domains: [] },
    { region: "\u202E🚀".repeat(5_000), domains: [] },
  ])("is not known from %o", (clues) => {
    expect(knownPlace(clues)).toBeNull();
  });
});

describe("C1.1 which name comes first", () => {
  it.each([
    [{ language: null, region: "HU" }, "family first"],
    [{ language: "vi", region: "US" }, "family first"],
    [{ language: "en", region: "HU" }, "given first"],
    [{ language: null, region: "NO" }, "given first"],
    [null, "given first"],
  ])("in %o it is %s", (given, order) => {
    expect(nameOrder(given)).toBe(order);
  });
});

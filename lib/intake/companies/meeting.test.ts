import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestName, type NameGiven } from "./best-name";
import { domainCountry } from "./domain-country";
import { companyByName } from "./meeting";

const namesake = (id: string, domain: string) => ({ id, domain, nameKey: "harbourlantern" });
const named = (region: string | null) => ({ companyName: "Harbour Lantern Ltd", region });

describe("C1.3 a company found by its name alone", () => {
  it.each([
    ["the only one of the name", [namesake("a", "hl.com")], "NO", "a"],
    ["the only one, in the lead's country", [namesake("a", "hl.no")], "NO", "a"],
    ["the only one, where the lead's country is not known", [namesake("a", "hl.no")], null, "a"],
    ["none in another country", [namesake("a", "hl.no")], "DE", null],
    ["none of two", [namesake("a", "hl.com"), namesake("b", "hl.no")], "NO", null],
    ["none where there is none", [], "NO", null],
  ])("is %s", (_, companies, region, id) => {
    expect(companyByName(named(region), companies)).toBe(id);
  });

  it("is none for a name that many have", () => {
    const acme = [{ id: "a", domain: "acme.com", nameKey: "acme" }];
    expect(companyByName({ companyName: "Acme", region: null }, acme)).toBeNull();
  });
});

describe("C1.7 the country of a domain's ending", () => {
  it.each([
    ["acme.no", "NO"],
    ["acme.co.uk", "GB"],
    ["acme.com.br", "BR"],
    ["acme.com", null],
    ["acme.io", null],
    ["acme.co", null],
    ["acme.eu", null],
    ["acme.example", null],
    ["", null],
  ])("%s: %s", (domain, country) => {
    expect(domainCountry(domain)).toBe(country);
  });
});

describe("C1.3 the name a company is shown under", () => {
  const one = (name: string, source: NameGiven["source"], leads = 1) => ({ name, source, leads });

  it.each([
    ["what most came with", [one("Acme", "form", 2), one("Acme Foods", "form")], "Acme"],
    ["the longer of two", [one("Acme", "form"), one("ACME FOODS INC", "form")], "Acme Foods"],
    ["enrichment's", [one("Acme", "form", 9), one("Acme Foods", "enrichment")], "Acme Foods"],
    ["a person's", [one("Acme Co.", "person"), one("Acme Foods", "crm", 5)], "Acme Co"],
    ["none of placeholders", [one("N/A", "form"), one("-", "enrichment")], null],
  ])("is %s", (_, given, name) => {
    expect(bestName(given)).toBe(name);
  });

  it("does not depend on the order they came in", () => {
    const names = fc.constantFrom("Acme", "ACME", "Acme Corp", "Acme Foods", "x", "Äcme", "AcmE");
    const given = fc.record({
      name: names,
      source: fc.constantFrom<NameGiven["source"]>("form", "map", "crm", "enrichment", "person"),
      leads: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), (all) => {
        expect(bestName(all.toReversed())).toBe(bestName(all));
      }),
    );
  });
});

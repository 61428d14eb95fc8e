import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { industry } from "./industry";
import { INDUSTRY_NAMES } from "./industry-names";

describe("C2.3 industry with its second-order vertical", () => {
  it.each([
    ["information technology & services", "Technology, IT services"],
    ["Information Technology and Services", "Technology, IT services"],
    ["IT Services and IT Consulting", "Technology, IT services"],
    ["Computer Software", "Technology, software"],
    ["logistics & supply chain", "Logistics, supply chain"],
    ["package/freight delivery", "Logistics, freight and parcels"],
    ["Package/Freight Delivery", "Logistics, freight and parcels"],
    ["Transportation/Trucking/Railroad", "Logistics, road and rail"],
    ["hospital & health care", "Healthcare, hospitals"],
    ["Health, Wellness & Fitness", "Healthcare, wellness"],
    ["Glass, Ceramics & Concrete", "Manufacturing, glass and ceramics"],
    // Words of people and of our own
    ["SaaS – HR Tech", "SaaS, HR tech"],
    ["SaaS - HR Tech", "SaaS, HR tech"],
    ["SaaS > HR Tech", "SaaS, HR tech"],
    ["Logistics, cold chain", "Logistics, cold chain"],
    ["logistics / cold chain", "Logistics, cold chain"],
    ["Business-to-business", "Business-to-business"],
    ["Falconry", "Falconry"],
  ])("words %s as %s", (name, words) => {
    expect(industry({ name })).toBe(words);
  });

  it("takes the finer word of a source that adds one", () => {
    expect(industry({ name: "Falconry", part: "Bird Training" })).toBe("Falconry, bird training");
    expect(industry({ name: "Retail", part: "Retail" })).toBe("Retail, stores");
  });

  it.each([
    [{ naics: "484121" }, "Logistics, road freight"],
    [{ naics: "511210" }, "Technology, software"],
    [{ naics: "51" }, "Media, information"],
    [{ sic: "7372" }, "Technology, software"],
    [{ sic: "4213" }, "Logistics, road freight"],
    [{ name: "-", sic: "2834" }, "Pharma, pharmaceuticals"],
  ])("knows the code of %j", (given, words) => {
    expect(industry(given)).toBe(words);
  });

  it.each([{}, { name: "" }, { name: "—" }, { naics: "xx" }, { name: null }])(
    "says nothing of %j",
    (given) => {
      expect(industry(given)).toBeNull();
    },
  );

  it("has a second-order vertical for every industry of LinkedIn's list", () => {
    expect(INDUSTRY_NAMES.size).toBeGreaterThan(180);
    for (const words of INDUSTRY_NAMES.values()) expect(words).toMatch(/^\p{Lu}[^,]+, [^,]+$/u);
  });

  it("changes nothing when it is read again", () => {
    fc.assert(
      fc.property(fc.constantFrom(...INDUSTRY_NAMES.keys()), (name) => {
        const once = industry({ name });
        expect(industry({ name: once })).toBe(once);
      }),
    );
  });
});

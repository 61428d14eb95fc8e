import { describe, expect, it } from "vitest";
import { pageTitle, spokenTitle } from "./title";

describe("C3.2 a title as one says it", () => {
  it.each([
    ["Security pack 2026", "Security pack 2026"],
    ["Security pack 2026.pdf", "Security pack 2026"],
    ["security_pack_2026_EN_final-v3.pdf", "Security pack 2026"],
    ["ROI-Calculator.xlsx", "ROI Calculator"],
    ["e-book for planners.pdf", "e-book for planners"],
    [".pdf", ".pdf"],
    ["導入ガイド.pdf", "導入ガイド"],
    ["Whitepaper", "Whitepaper"],
    ["___.pdf", "___"],
    ["final_v2.pdf", "Final"],
  ])("%s", (title, spoken) => {
    expect(spokenTitle(title)).toBe(spoken);
  });

  it("leaves off the site's name, and keeps a title that is nothing else", () => {
    expect(pageTitle("What a degree costs | Baton – Logistics data")).toBe("What a degree costs");
    expect(pageTitle("Cost | benefit | Baton")).toBe("Cost");
    expect(pageTitle("Baton")).toBe("Baton");
  });
});

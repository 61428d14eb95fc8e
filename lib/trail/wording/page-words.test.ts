import { describe, expect, it } from "vitest";
import { pageWords, segmentWords } from "./page-words";

describe("C3.8 how one speaks of a page", () => {
  it.each([
    ["/pricing", "pricing", "the pricing page", "our pricing"],
    ["/preise", "pricing", "the pricing page", "our pricing"],
    [
      "/plans/enterprise",
      "enterprise pricing",
      "the enterprise pricing page",
      "our enterprise pricing",
    ],
    ["/security", "the security page", "the security page", "our security page"],
    [
      "/security/soc2",
      "the SOC 2 security page",
      "the SOC 2 security page",
      "our SOC 2 security page",
    ],
    ["/trust-center", "the trust center", "the trust center", "our trust center"],
    ["/integrations", "the integrations", "the integrations page", "our integrations"],
    ["/integrations/sap", "the SAP integration", "the SAP integration page", "our SAP integration"],
    ["/api", "the API", "the API page", "our API"],
    [
      "/docs/sap-order-sync",
      "the docs on SAP order sync",
      "the docs on SAP order sync",
      "our docs on SAP order sync",
    ],
    ["/customers", "the customer stories", "the customer stories", "our customer stories"],
    [
      "/customers/frostline-foods",
      "the customer story of Frostline Foods",
      "the customer story of Frostline Foods",
      "our customer story of Frostline Foods",
    ],
    ["/roi.html", "the ROI page", "the ROI page", "our ROI page"],
    ["/switch/now/plan-b", "/switch/now/plan-b", "/switch/now/plan-b", "our page on plan b"],
  ])("%s", (path, look, page, ours) => {
    expect(pageWords(path)).toEqual({ look, page, ours });
  });

  it("does not trip over paths that are names of the language", () => {
    expect(segmentWords("constructor")).toBe("constructor");
    expect(segmentWords("soc-2-report")).toBe("SOC 2 report");
  });
});

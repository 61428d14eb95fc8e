import { describe, expect, it } from "vitest";
import { companyInBrief, toolsNamed } from "./company-words";

describe("C3.9 the company in a summary", () => {
  it.each([
    [
      { industry: "Logistics, cold chain", employees: 1_200 },
      "logistics, cold chain, 1,200 employees",
    ],
    [{ industry: "SaaS - HR Tech", employees: null }, "SaaS - HR Tech"],
    [{ industry: null, employees: { atLeast: 10_001, atMost: null } }, "10,001 employees or more"],
    [{ employees: { atLeast: 50, atMost: 50 } }, "50 employees"],
    [{ industry: "", employees: null }, null],
  ])("%j", (facts, words) => {
    expect(companyInBrief(facts)).toBe(words);
  });

  it("keeps what an industry says from acting on the words around it", () => {
    expect(companyInBrief({ industry: "Freight\u202e\n, dry" })).toBe("freight , dry");
    expect(companyInBrief({ industry: "x ".repeat(500) })?.length).toBeLessThan(70);
  });

  it("names a tool only where the lead's own texts do, as a word", () => {
    const facts = { techStack: ["SAP S/4HANA", "C++", "R", "Oracle"] };
    expect(toolsNamed("Acme", facts, ["Read /integrations/sap"])).toBe("Acme runs SAP S/4HANA");
    expect(toolsNamed("Acme", facts, ["Read /sapling", "Read /r"])).toBeNull();
    expect(toolsNamed("Acme", facts, ["oracle and sap"])).toBe("Acme runs SAP S/4HANA and Oracle");
    expect(toolsNamed(null, facts, ["sap"])).toBeNull();
  });
});

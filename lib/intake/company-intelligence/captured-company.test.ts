import { describe, expect, it } from "vitest";
import { capturedCompany } from "./captured-company";

describe("C2.1 C2.3 what a form asks about the company", () => {
  it("takes a range for an estimate, a number for a number", () => {
    expect(capturedCompany({ employees: "51-200" })["C2.1"]).toEqual({
      value: { atLeast: 51, atMost: 200 },
      detail: { estimated: true },
    });
    expect(capturedCompany({ employees: "1,200" })["C2.1"]).toEqual({ value: 1_200 });
  });

  it("words the industry as we do, and keeps what was typed", () => {
    expect(capturedCompany({ industry: "SaaS – HR Tech" })["C2.3"]).toEqual({
      value: "SaaS, HR tech",
      detail: { original: "SaaS – HR Tech" },
    });
    expect(capturedCompany({ industry: "Logistics, cold chain" })["C2.3"]).toEqual({
      value: "Logistics, cold chain",
    });
  });

  it("brings nothing where nothing is said", () => {
    const nothing = { "C2.1": null, "C2.3": null };
    expect(capturedCompany({})).toEqual(nothing);
    expect(capturedCompany({ employees: "N/A", industry: "please select" })).toEqual(nothing);
  });
});

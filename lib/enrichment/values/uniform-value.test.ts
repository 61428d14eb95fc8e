import { describe, expect, it } from "vitest";
import { uniformValue } from "./uniform-value";

describe("C2.1 C2.2 C2.3 C2.4 values of any source in one form", () => {
  it("reads a size in words as an estimate, and leaves a number alone", () => {
    expect(uniformValue("C2.1", { value: "51-200" })).toEqual({
      value: { atLeast: 51, atMost: 200 },
      detail: { estimated: true, original: "51-200" },
    });
    expect(uniformValue("C2.1", { value: 120 })).toEqual({ value: 120 });
  });

  it("shows a band and keeps the figure", () => {
    expect(uniformValue("C2.2", { value: "$ 33.6 M", detail: { estimated: true } })).toEqual({
      value: "$ 10–50 M",
      detail: {
        currency: "USD",
        atLeastMillions: 33.6,
        atMostMillions: 33.6,
        original: "$ 33.6 M",
        estimated: true,
      },
    });
  });

  it("words an industry and the tools as we do", () => {
    expect(uniformValue("C2.3", { value: "Information technology & services" }).value).toBe(
      "Technology, IT services",
    );
    expect(uniformValue("C2.4", { value: ["SFDC", "Salesforce"] }).value).toEqual(["Salesforce"]);
  });

  it("changes nothing when it is done again, and no other field", () => {
    const once = uniformValue("C2.2", { value: "$10M-$50M", detail: {} });
    expect(uniformValue("C2.2", once)).toEqual(once);
    expect(uniformValue("C1.2", { value: "51-200" })).toEqual({ value: "51-200" });
    expect(uniformValue("C2.2", { value: "undisclosed" })).toEqual({ value: "undisclosed" });
  });
});

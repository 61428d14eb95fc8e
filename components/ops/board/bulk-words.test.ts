import { describe, expect, it } from "vitest";
import { bulkDone, bulkNames, bulkPreview } from "./bulk-words";

describe("O.5 a deed for many, said before it is done", () => {
  it("speaks of one lead as of one", () => {
    expect(bulkPreview("test", 1)).toBe(
      "Sets 1 lead aside as a test submission. No rep gets it. It is kept under Set aside, and can be brought back.",
    );
    expect(bulkPreview("noLead", 12)).toContain("Sets 12 leads aside as no leads at all.");
    expect(bulkDone("test", 12)).toBe("12 leads set aside.");
  });

  it("names three, and counts the others, also those on other pages", () => {
    expect(bulkNames(["Ada"], 1)).toBe("Ada");
    expect(bulkNames(["Ada", "Bo", "Cy"], 3)).toBe("Ada, Bo and Cy");
    expect(bulkNames(["Ada", "Bo", "Cy", "Di"], 120)).toBe("Ada, Bo, Cy and 117 more");
    expect(bulkNames([], 2)).toBe("2 leads");
  });
});

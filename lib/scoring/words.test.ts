import { describe, expect, it } from "vitest";
import { mentions, spaced } from "./words";

const has = (text: string, ...words: string[]) => mentions(spaced(text), words);

describe("words that a criterion, a rule or a segment looks for", () => {
  it.each([
    ["Retail and e-commerce", "e-commerce"],
    ["C-level assistant", "C-Level"],
    ["R&D manager", "R&D"],
    ["Node.js, SAP S/4HANA", "S/4HANA"],
    ["E-commercial platforms", "e-commerc*"],
  ])("finds in %j the word %j as somebody wrote it, its hyphen or sign included", (text, word) => {
    expect(has(text, word)).toBe(true);
    expect(has("Logistics", word)).toBe(false);
  });

  it("compares whole words, and beginnings where an asterisk says so", () => {
    expect(has("Manufacturing", "manufactur")).toBe(false);
    expect(has("Manufacturing", "manufactur*")).toBe(true);
    expect(has("Remanufacturing", "manufactur*")).toBe(false);
    expect(has("Security pack 2026", "security pack")).toBe(true);
    expect(has("Security and pack", "security pack")).toBe(false);
  });

  it("takes a letter and its accent for one, however they were sent", () => {
    expect(has("Hôtellerie".normalize("NFD"), "hôtellerie")).toBe(true);
    expect(has("Hôtellerie", "hôtel*".normalize("NFD"))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { type RoutingDraft, settingsOfDraft } from "./routing-draft";

const segment = { id: "large", name: "Large", tiers: [], places: "", industries: "" };
const sizes = (employeesFrom: string, employeesTo: string) => {
  const segments = [{ ...segment, employeesFrom, employeesTo }];
  const draft: RoutingDraft = { rules: [], segments, fallbackId: "" };
  const [given] = settingsOfDraft(draft).segments;
  return [given?.employeesFrom, given?.employeesTo];
};

describe("C5.2 what is typed as a segment's size", () => {
  it("is a headcount with or without its thousands marked, or no end at all", () => {
    expect(sizes("1,000", "10.000")).toEqual([1000, 10_000]);
    expect(sizes("200", " ")).toEqual([200, null]);
  });

  it("is no other number than was typed", () => {
    expect(sizes("2.5", "2,5")).toEqual([Number.NaN, Number.NaN]);
  });
});

import { describe, expect, it } from "vitest";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { NOW, page } from "../testing/story";
import { choicesFor } from "./choosing";

const visit = page(1, "/pricing", 60, { id: "visit" });
const crawl = page(2, "/pricing", 60, { id: "crawl", userAgent: "Googlebot/2.1" });
const all = [visit, crawl];

describe("X.6 which choices have to be written down", () => {
  it("bringing back what a rule left out is one, against that rule", () => {
    expect(choicesFor("brought_back", ["crawl"], all, DEFAULT_TRAIL_SETTINGS, NOW)).toEqual([
      { activityId: "crawl", choice: "brought_back", rule: "bot" },
    ]);
  });

  it("bringing back what only a person left out takes the choice back", () => {
    const settings = { ...DEFAULT_TRAIL_SETTINGS, leftOutByHand: ["visit"] };
    expect(choicesFor("brought_back", ["visit"], all, settings, NOW)).toEqual([]);
  });

  it("leaving out again what was brought back leaves it to its rule", () => {
    const settings = { ...DEFAULT_TRAIL_SETTINGS, broughtBack: ["crawl"] };
    expect(choicesFor("left_out", ["crawl"], all, settings, NOW)).toEqual([]);
  });

  it("leaving out what no rule does is one", () => {
    expect(choicesFor("left_out", ["visit"], all, DEFAULT_TRAIL_SETTINGS, NOW)).toEqual([
      { activityId: "visit", choice: "left_out", rule: null },
    ]);
  });

  it("says nothing of activities that nobody asked about", () => {
    expect(choicesFor("left_out", [], all, DEFAULT_TRAIL_SETTINGS, NOW)).toEqual([]);
  });
});

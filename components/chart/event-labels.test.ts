import { describe, expect, it } from "vitest";
import { eventLabels } from "./event-labels";

const events = [
  { week: 5, label: "A" },
  { week: 15, label: "B" },
  { week: 16, label: "C" },
  { week: 18, label: "D" },
];

describe("A.6 the letters on the time axis", () => {
  it("stand by themselves where there is room for each", () => {
    expect(eventLabels(events, 40)).toEqual(events);
  });

  it("share one where they would run into one another", () => {
    expect(eventLabels(events, 5).map(({ label }) => label)).toEqual(["A", "", "B–D", ""]);
    expect(eventLabels(events, 10).map(({ label }) => label)).toEqual(["A", "B–C", "", "D"]);
    expect(eventLabels([], 10)).toEqual([]);
  });
});

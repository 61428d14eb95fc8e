import { describe, expect, it } from "vitest";
import { lastPeriods } from "../period";
import { markedChanges } from "./changes";

describe("A.6 what happened on the time axis", () => {
  it("is marked by the period it fell into, in order, and nothing from before", () => {
    const periods = lastPeriods("2026-11-28", "week");
    const change = (at: string, words: string) => ({ at: new Date(at), words });
    const marked = markedChanges(
      [
        change("2026-11-25T08:00:00Z", "Clearbit connected"),
        change("2020-01-01T08:00:00Z", "standard 1 took effect"),
        change("2026-11-10T08:00:00Z", "standard 2 took effect"),
        change("2026-11-23T00:00:00Z", "Apollo paused"),
      ],
      periods,
    );
    expect(marked.map(({ mark, place, changes }) => [mark, place, changes.length])).toEqual([
      ["A", 23, 1],
      ["B", 25, 2],
    ]);
    expect(marked[1]?.changes[0]?.words).toBe("Apollo paused");
  });
});

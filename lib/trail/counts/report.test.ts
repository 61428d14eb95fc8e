import { describe, expect, it } from "vitest";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { exclusionLines } from "./report";

const lines = (
  counts: [rule: string, count: number, before: number][],
  back: [rule: string, count: number][] = [],
) =>
  exclusionLines(
    counts.map(([rule, count, before]) => ({ rule, count, before })),
    back.map(([rule, count]) => ({ rule, count })),
    DEFAULT_TRAIL_SETTINGS,
  );

describe("X.6 the exclusion report", () => {
  it("gives each rule its share of what came in, and none to rules that go by age", () => {
    const told = lines([
      ["kept", 60, 0],
      ["bot", 40, 35],
      ["too_old", 500, 400],
    ]);
    expect(told.map(({ rule, share }) => [rule, share])).toEqual([
      ["bot", 0.4],
      ["too_old", null],
    ]);
    expect(told[0]?.label).toBe("Bots");
  });

  it("points at a rule that leaves out twice as much as before", () => {
    expect(lines([["bot", 40, 20]])[0]?.suspicious).toBe(true);
    expect(lines([["bot", 39, 20]])[0]?.suspicious).toBe(false);
    expect(lines([["bot", 4, 2]])[0]?.suspicious).toBe(false);
    expect(lines([["too_old", 400, 20]])[0]?.suspicious).toBe(false);
  });

  it("points at a rule whose catch people bring back", () => {
    expect(lines([["link_scanner", 18, 18]], [["link_scanner", 2]])[0]?.suspicious).toBe(true);
    expect(lines([["link_scanner", 18, 18]], [["link_scanner", 1]])[0]?.suspicious).toBe(false);
  });

  it("leaves out rules that had nothing to do", () => {
    expect(lines([["kept", 10, 10]])).toEqual([]);
  });
});

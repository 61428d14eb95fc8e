import { describe, expect, it } from "vitest";
import { weekdays } from "../testing/minute-by-minute";
import { instantAt } from "../wall-clock";
import { isAwayForLong } from "./away";

const timeZone = "Europe/Oslo";
/** A moment of June 2026 in Oslo, whose 5th is a Friday. */
const june = (day: number, hour = 0) =>
  new Date(instantAt(timeZone, Date.UTC(2026, 5, day) / 86_400_000, hour * 60));
const office = { timeZone, hours: weekdays({ from: "08:00", until: "17:00" }) };
const away = (from: number, until: number) => ({
  ...office,
  absences: [{ from: june(from), until: june(until) }],
});

describe("Q.2 whether a lead would wait longer than the rest of a day", () => {
  it("would not over a day before one that the rep works on", () => {
    expect(isAwayForLong(away(3, 4), june(3, 9))).toBe(false);
    expect(isAwayForLong({ ...away(5, 6), hours: null }, june(5, 9))).toBe(false);
  });

  it("would over the last day of a week, and over two days", () => {
    expect(isAwayForLong(away(5, 6), june(5, 9))).toBe(true);
    expect(isAwayForLong(away(3, 5), june(3, 9))).toBe(true);
    expect(isAwayForLong(away(3, 5), june(4, 9))).toBe(false);
  });

  it("is asked of nobody who is not away", () => {
    expect(isAwayForLong(away(3, 4), june(5, 18))).toBe(false);
  });
});

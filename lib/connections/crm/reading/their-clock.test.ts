import { describe, expect, it } from "vitest";
import { HOUR } from "@/lib/platform/durations";
import { byOurClock, firstReading, isSince } from "./their-clock";

const now = new Date("2026-06-03T10:00:00Z");
const off = (ms: number) => new Date(now.getTime() + ms);

describe("K.3 a CRM's clock", () => {
  it.each([
    ["two hours behind", -2 * HOUR, 2 * HOUR],
    ["two hours ahead", 2 * HOUR, -2 * HOUR],
    ["as good as ours", 60_000, 0],
    ["a year off, which is none", 365 * 24 * HOUR, 0],
  ])("that is %s puts its stamps right", (_, apart, by) => {
    expect(byOurClock(now, off(apart), now)).toEqual(off(by));
  });

  it("that is not told leaves a stamp as it is", () => {
    expect(byOurClock(now, undefined, off(HOUR))).toEqual(now);
  });

  it("may be behind by hours when the first reading begins", () => {
    expect(firstReading(now)).toEqual(off(-24 * HOUR));
    expect(isSince(off(-60_000), now)).toBe(true);
    expect(isSince(off(-HOUR), now)).toBe(false);
  });
});

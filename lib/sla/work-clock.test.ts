import { describe, expect, it } from "vitest";
import { HOUR } from "@/lib/platform/durations";
import type { Calendar } from "./calendar";
import { workClock } from "./work-clock";
import { workingMsBetween } from "./working-time";

const day = [
  { from: "08:30", until: "12:00" },
  { from: "13:00", until: "17:15" },
];
const hours = {
  ...{ monday: day, tuesday: day, wednesday: [], thursday: day, friday: day },
  ...{ saturday: [], sunday: [{ from: "22:00", until: "02:00" }] },
};
const absences = [
  { from: new Date("2026-03-10T09:00:00Z"), until: new Date("2026-03-12T15:00:00Z") },
];
const calendars: Calendar[] = [
  // The clocks go forward in both inside the span.
  { timeZone: "Europe/Berlin", hours, absences },
  { timeZone: "America/New_York", hours, absences: [] },
  { timeZone: "UTC", hours: null, absences },
];
const span = { from: Date.UTC(2026, 1, 27), until: Date.UTC(2026, 3, 5) };

describe("Q.2 working time laid out once", () => {
  it("is what is counted for each stretch by itself, to the millisecond", () => {
    for (const calendar of calendars) {
      const clock = workClock(calendar, span);
      for (let from = span.from; from < span.until; from += 7.3 * HOUR) {
        for (const length of [0, 1, 299_999, HOUR, 9 * HOUR, 61 * HOUR]) {
          const until = Math.min(span.until, from + length);
          const one = workingMsBetween(calendar, new Date(from), new Date(until));
          expect(clock(new Date(from).getTime(), new Date(until).getTime())).toBe(one);
        }
      }
    }
  });

  it("is nothing backwards", () => {
    const [calendar] = calendars;
    if (!calendar) throw new Error("There is no calendar.");
    expect(workClock(calendar, span)(span.until, span.from)).toBe(0);
  });
});

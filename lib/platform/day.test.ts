import { describe, expect, it } from "vitest";
import { dayOf, startOfDay } from "./day";

describe("a day on the clocks of a zone", () => {
  it.each([
    ["2026-12-01", "Europe/Oslo", "2026-11-30T23:00:00.000Z"],
    ["2026-07-01", "America/Chicago", "2026-07-01T05:00:00.000Z"],
    ["2026-07-01", "Australia/Lord_Howe", "2026-06-30T13:30:00.000Z"],
    ["2026-03-29", "Europe/Oslo", "2026-03-28T23:00:00.000Z"],
    ["2026-10-25", "Europe/Oslo", "2026-10-24T22:00:00.000Z"],
    // Clocks that change at midnight: there is no 00:00 in Santiago, and there are two in Amman.
    ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
    ["2026-09-07", "America/Santiago", "2026-09-07T03:00:00.000Z"],
    ["2019-10-25", "Asia/Amman", "2019-10-24T21:00:00.000Z"],
    ["2026-07-01", "UTC", "2026-07-01T00:00:00.000Z"],
  ])("%s in %s begins at %s", (day, zone, instant) => {
    expect(startOfDay(day, zone).toISOString()).toBe(instant);
    expect(dayOf(new Date(instant), zone)).toBe(day);
  });
});

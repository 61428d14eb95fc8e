import { describe, expect, it } from "vitest";
import { type QuietHours, quietEnd } from "./quiet";

const night: QuietHours = { quietFrom: 22 * 60, quietUntil: 7 * 60, quietWeekends: false };
const at = (text: string) => new Date(text);
const ends = (hours: QuietHours, zone: string, now: string) =>
  quietEnd(hours, zone, at(now))?.toISOString() ?? null;

describe("quiet hours", () => {
  it("are none where none are set", () => {
    const none = { quietFrom: null, quietUntil: null, quietWeekends: false };
    expect(ends(none, "Europe/Berlin", "2026-06-03T23:00:00Z")).toBeNull();
  });

  it.each([
    // Berlin is two hours ahead in June.
    ["2026-06-03T19:59:59Z", null],
    ["2026-06-03T20:00:00Z", "2026-06-04T05:00:00.000Z"],
    ["2026-06-03T23:30:10Z", "2026-06-04T05:00:00.000Z"],
    ["2026-06-04T04:59:59Z", "2026-06-04T05:00:00.000Z"],
    ["2026-06-04T05:00:00Z", null],
  ])("go over midnight by the person's clock: %s", (now, end) => {
    expect(ends(night, "Europe/Berlin", now)).toBe(end);
  });

  it("lie within a day where they end later than they begin", () => {
    const lunch = { quietFrom: 12 * 60, quietUntil: 13 * 60 + 5, quietWeekends: false };
    expect(ends(lunch, "Asia/Kathmandu", "2026-06-03T06:20:00Z")).toBe("2026-06-03T07:20:00.000Z");
    expect(ends(lunch, "Asia/Kathmandu", "2026-06-03T07:20:00Z")).toBeNull();
  });

  it("are an hour shorter in the night that loses one, and longer in the one that gains it", () => {
    expect(ends(night, "Europe/Berlin", "2026-03-28T21:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
    expect(ends(night, "Europe/Berlin", "2026-10-24T20:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
  });

  it("end at the next moment on the clock where their end is skipped", () => {
    const early = { quietFrom: 0, quietUntil: 2 * 60 + 30, quietWeekends: false };
    // At 02:00 the clock in Berlin is set to 03:00.
    expect(ends(early, "Europe/Berlin", "2026-03-28T23:30:00Z")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("know a zone whose summer time is half an hour", () => {
    expect(ends(night, "Australia/Lord_Howe", "2026-04-04T12:00:00Z")).toBe(
      "2026-04-04T20:30:00.000Z",
    );
  });

  it("may hold the weekend, joined to the nights around it", () => {
    const weekend = { ...night, quietWeekends: true };
    // A Friday at 23:00 in New York, until Monday at seven.
    expect(ends(weekend, "America/New_York", "2026-06-06T03:00:00Z")).toBe(
      "2026-06-08T11:00:00.000Z",
    );
    const alone = { quietFrom: null, quietUntil: null, quietWeekends: true };
    expect(ends(alone, "America/New_York", "2026-06-06T16:00:00Z")).toBe(
      "2026-06-08T04:00:00.000Z",
    );
  });
});

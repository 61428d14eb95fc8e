import { describe, expect, it } from "vitest";
import { wallInstant, wallText } from "./wall-instant";

describe("a day and time as the reader's clocks show it", () => {
  it.each([
    ["2026-06-03T14:30", "Europe/Berlin", "2026-06-03T12:30:00.000Z"],
    ["2026-12-03T14:30", "Europe/Berlin", "2026-12-03T13:30:00.000Z"],
    ["2026-06-03T00:00", "Asia/Kolkata", "2026-06-02T18:30:00.000Z"],
    ["2026-06-03T23:59", "America/Los_Angeles", "2026-06-04T06:59:00.000Z"],
    // The clocks have changed that morning.
    ["2026-03-29T12:00", "Europe/Berlin", "2026-03-29T10:00:00.000Z"],
    ["2026-10-25T12:00", "Europe/Berlin", "2026-10-25T11:00:00.000Z"],
  ])("%s in %s is %s, and back", (text, zone, at) => {
    expect(wallInstant(text, zone)?.toISOString()).toBe(at);
    expect(wallText(new Date(at), zone)).toBe(text);
  });

  it.each(["", "2026-06-03", "2026-13-03T10:00", "2026-06-03T24:00", "yesterday"])(
    "%j is none",
    (text) => expect(wallInstant(text, "UTC")).toBeNull(),
  );
});

import { describe, expect, it } from "vitest";
import { localHours } from "./local-hours";

const now = new Date("2026-06-03T13:32:00Z");

describe("Q.1 the lead's local time", () => {
  it("is told in the lead's own zone", () => {
    expect(localHours("Europe/Oslo", now)).toEqual({ time: "15:32", quiet: false });
  });

  it("says when one would rather not call", () => {
    expect(localHours("Asia/Tokyo", now)).toEqual({ time: "22:32", quiet: true });
    expect(localHours("America/Los_Angeles", now)).toEqual({ time: "06:32", quiet: true });
  });

  it("may be called from eight to the last minute before seven in the evening", () => {
    const quietAt = (time: string) => localHours("UTC", new Date(`2026-06-03T${time}Z`))?.quiet;
    expect(["07:59:59", "08:00:00", "18:59:59", "19:00:00"].map(quietAt)).toEqual([
      ...[true, false, false, true],
    ]);
  });

  it("knows the lead's days off, which begin on a Friday in some countries", () => {
    const sunday = new Date("2026-06-07T09:00:00Z");
    expect(localHours("Europe/Oslo", sunday)).toEqual({ time: "11:00", quiet: true });
    expect(localHours("Asia/Riyadh", sunday)).toEqual({ time: "12:00", quiet: false });
    const friday = new Date("2026-06-05T09:00:00Z");
    expect(localHours("Europe/Oslo", friday)?.quiet).toBe(false);
    expect(localHours("Asia/Riyadh", friday)?.quiet).toBe(true);
    // Already Monday there.
    expect(localHours("Pacific/Auckland", new Date("2026-06-07T21:00:00Z"))?.quiet).toBe(false);
  });

  it("claims nothing where the zone is not known", () => {
    expect(localHours(null, now)).toBeNull();
  });
});

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

  it("claims nothing where the zone is not known", () => {
    expect(localHours(null, now)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { presenceAt } from "./presence";

const timeZone = "Europe/Oslo";
const day = [{ from: "08:00", until: "16:00" }];
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
const hours = { ...week, saturday: [], sunday: [] };
const at = (text: string) => new Date(text);
const monday = at("2026-06-08T06:00:00Z").getTime();

describe("whether somebody works", () => {
  it("is always so where no hours are set", () => {
    const calendar = { timeZone, hours: null, absences: [] };
    expect(presenceAt(calendar, at("2026-06-06T23:00:00Z"))).toEqual({ is: "at work" });
    expect(presenceAt(undefined, at("2026-06-06T23:00:00Z"))).toEqual({ is: "at work" });
  });

  it("is off outside of the hours, until the next begin", () => {
    const calendar = { timeZone, hours, absences: [] };
    expect(presenceAt(calendar, at("2026-06-05T13:59:00Z"))).toEqual({ is: "at work" });
    const evening = presenceAt(calendar, at("2026-06-05T14:00:00Z"));
    expect(evening).toEqual({ is: "off", until: monday });
  });

  it("is away until the work goes on, not until the absence ends at a weekend", () => {
    const away = { from: at("2026-06-03T00:00:00Z"), until: at("2026-06-06T00:00:00Z") };
    const calendar = { timeZone, hours, absences: [away] };
    const thursday = presenceAt(calendar, at("2026-06-04T10:00:00Z"));
    expect(thursday).toEqual({ is: "away", until: monday });
  });
});

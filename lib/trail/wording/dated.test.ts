import { describe, expect, it } from "vitest";
import { datedTouchpoint } from "./dated";

const read = {
  text: "Read /security twice",
  firstAt: "2026-06-03T18:20:00.000Z",
  lastAt: "2026-06-04T08:00:00.000Z",
};
const now = new Date("2026-06-06T09:00:00.000Z");

describe("C3.8 a touchpoint with its dates", () => {
  it.each([
    ["en-GB", "Europe/Oslo", "Read /security twice (3–4 June)"],
    ["en-US", "America/New_York", "Read /security twice (June 3–4)"],
    ["de-DE", "Europe/Berlin", "Read /security twice (3.–4. Juni)"],
    ["nb-NO", "Europe/Oslo", "Read /security twice (3.–4. juni)"],
    ["en-GB", "Asia/Kathmandu", "Read /security twice (4 June)"],
  ])("as one writes them in %s, by the clock of %s", (locale, timeZone, text) => {
    expect(datedTouchpoint(read, { locale, timeZone }, now)).toBe(text);
  });
});

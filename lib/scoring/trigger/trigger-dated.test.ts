import { describe, expect, it } from "vitest";
import { triggerFor } from "./trigger-dated";

const oslo = { locale: "en-GB", timeZone: "Europe/Oslo" };
const auckland = { locale: "en-GB", timeZone: "Pacific/Auckland" };
// Thursday in Oslo.
const at = "2026-11-19T09:00:00.000Z";
const pack = {
  ...{ at, text: "Asked for the security pack, a day after a second look at pricing" },
  parts: {
    act: "Asked for the security pack",
    before: { noun: "a second look at pricing", at: "2026-11-18T08:00:00.000Z" },
    returned: "",
  },
};
const said = (now: string, reader = oslo, told: typeof pack = pack) =>
  triggerFor(told, reader, new Date(now));
const preceded = (earlier: string) => ({
  ...pack,
  parts: { ...pack.parts, before: { noun: "a look at pricing", at: earlier } },
});

describe("C4.6 the trigger as one reader reads it", () => {
  it("names the day of the week while that can mean one day only", () => {
    const words = "the day after a second look at pricing";
    expect(said("2026-11-19T12:00:00Z")).toBe(`Asked for the security pack today, ${words}`);
    expect(said("2026-11-20T12:00:00Z")).toBe(`Asked for the security pack yesterday, ${words}`);
    const thursday = `Asked for the security pack on Thursday, ${words}`;
    expect(said("2026-11-22T12:00:00Z")).toBe(thursday);
    expect(said("2026-11-25T12:00:00Z")).toBe(thursday);
    const later = `Asked for the security pack on 19 November, ${words}`;
    expect(said("2026-11-26T12:00:00Z")).toBe(later);
  });

  it("goes by the reader's calendar, not by anybody else's", () => {
    const evening = { ...pack, at: "2026-11-19T22:30:00.000Z" };
    expect(said("2026-11-22T12:00:00Z", oslo, evening)).toContain("on Thursday, the day after");
    expect(said("2026-11-22T12:00:00Z", auckland, evening)).toContain("on Friday, two days after");
    const night = preceded("2026-11-18T20:00:00.000Z");
    expect(said("2026-11-22T12:00:00Z", oslo, night)).toContain("the day after a look");
    expect(said("2026-11-22T12:00:00Z", auckland, night)).toContain("the same day as a look");
  });

  it("tells hours as hours, and longer gaps in days and weeks", () => {
    const now = "2026-11-22T12:00:00Z";
    expect(said(now, oslo, preceded("2026-11-19T08:59:30.000Z"))).toContain("right after a look");
    expect(said(now, oslo, preceded("2026-11-19T04:00:00.000Z"))).toContain("a few hours after");
    expect(said(now, oslo, preceded("2026-11-16T04:00:00.000Z"))).toContain("three days after");
    expect(said(now, oslo, preceded("2026-11-12T04:00:00.000Z"))).toContain("a week after");
  });

  it("puts the day before a question, and leaves what has no parts as it was told", () => {
    const parts = { act: "Asked in the chat: “Why?”", before: null, returned: "" };
    const now = new Date("2026-11-22T12:00:00Z");
    expect(triggerFor({ at, text: "x", parts }, oslo, now)).toBe(
      "Asked in the chat on Thursday: “Why?”",
    );
    expect(triggerFor({ at, text: "Maya marked this lead" }, oslo, now)).toBe(
      "Maya marked this lead",
    );
  });
});

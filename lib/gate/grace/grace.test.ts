import { describe, expect, it } from "vitest";
import type { WrittenSummary } from "../lead-file";
import { graceEnd } from "./grace";

const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const file = { summary: null, graceEndsAt: null };
const summary: WrittenSummary = { text: "Hm.", author: "Ada", at: now.toISOString(), version: 1 };

describe("G.5 the grace time", () => {
  it("begins with the judging that would route the lead, and only once", () => {
    expect(graceEnd(file, true, { graceMinutes: 10 }, now)).toEqual(minutes(10));
    const begun = { ...file, graceEndsAt: minutes(4) };
    expect(graceEnd(begun, true, { graceMinutes: 10 }, now)).toEqual(minutes(4));
    const over = { ...file, graceEndsAt: minutes(-4) };
    expect(graceEnd(over, true, { graceMinutes: 10 }, now)).toEqual(minutes(-4));
  });

  it("is shortened by a later standard, never drawn out", () => {
    const begun = { ...file, graceEndsAt: minutes(60) };
    expect(graceEnd(begun, true, { graceMinutes: 5 }, now)).toEqual(minutes(5));
  });

  it("is none where the standard gives none, a person wrote, or the lead does not go out", () => {
    expect(graceEnd(file, true, { graceMinutes: 0 }, now)).toBeNull();
    expect(graceEnd({ ...file, summary }, true, { graceMinutes: 10 }, now)).toBeNull();
    expect(graceEnd(file, false, { graceMinutes: 10 }, now)).toBeNull();
  });
});

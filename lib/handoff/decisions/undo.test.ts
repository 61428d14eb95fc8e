import { describe, expect, it } from "vitest";
import { canTakeBack } from "./undo";

const decided = new Date("2026-06-03T10:00:00Z");
const later = (ms: number) => new Date(decided.getTime() + ms);

describe("Q.5 taking a decision back", () => {
  it("is possible for ten seconds, and for what a press needs on its way", () => {
    for (const ms of [0, 9_999, 10_000, 12_000]) expect(canTakeBack(decided, later(ms))).toBe(true);
    for (const ms of [12_001, 60_000]) expect(canTakeBack(decided, later(ms))).toBe(false);
  });
});

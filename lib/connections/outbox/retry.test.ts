import { describe, expect, it } from "vitest";
import { DAY } from "@/lib/platform/durations";
import { GIVEN_UP_AFTER_DAYS, nextSending } from "./retry";

const now = new Date("2026-06-03T10:00:00Z");
const seconds = (tries: number, random: number, wish?: number) => {
  const next = nextSending({ tries, at: now }, now, wish, random);
  return next && (next.getTime() - now.getTime()) / 1_000;
};

describe("K.5 the next try of what goes out", () => {
  it("comes twice as late each time, up to half an hour, and never all at one moment", () => {
    expect([1, 2, 3, 4, 9, 50].map((tries) => seconds(tries, 1))).toEqual([
      10, 20, 40, 80, 1_800, 1_800,
    ]);
    expect([1, 2, 9].map((tries) => seconds(tries, 0))).toEqual([5, 10, 900]);
  });

  it("comes no sooner than the other side wishes", () => {
    expect(seconds(1, 0.5, 90)).toBe(90);
    expect(seconds(9, 1, 90)).toBe(1_800);
  });

  it("comes for days, and after that only for what was replayed just now", () => {
    const at = new Date(now.getTime() - GIVEN_UP_AFTER_DAYS * DAY - 1);
    expect(nextSending({ tries: 60, at }, now, undefined, 1)).toBeNull();
    expect(nextSending({ tries: 1, at }, now, undefined, 1)).not.toBeNull();
  });
});

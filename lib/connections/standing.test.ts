import { describe, expect, it } from "vitest";
import { HEALTHY, type Health } from "@/lib/enrichment/http/breaker";
import { standingOf } from "./standing";

const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const health = (rest: Partial<Health>): Health => ({ ...HEALTHY, ...rest });

describe("M.2 how a connection stands", () => {
  it.each([
    ["not asked", null, false],
    ["not asked", HEALTHY, false],
    ["working", health({ lastSuccessAt: minutes(-1) }), false],
    ["working", health({ lastSuccessAt: minutes(-1), lastFailureAt: minutes(-2) }), false],
    ["failing", health({ lastSuccessAt: minutes(-2), lastFailureAt: minutes(-1) }), false],
    ["failing", health({ lastFailureAt: minutes(-1), openUntil: minutes(-0.5) }), false],
    ["resting", health({ lastFailureAt: minutes(-1), openUntil: minutes(1) }), false],
    ["paused", health({ lastFailureAt: minutes(-1), openUntil: minutes(1) }), true],
  ])("%s: %j, paused %s", (state, known, paused) => {
    expect(standingOf(known, paused, now).state).toBe(state);
  });

  it("tells why it fails, and until when it is left alone", () => {
    const open = health({ lastCause: "unauthorised", openUntil: minutes(3) });
    expect(standingOf(open, false, now)).toEqual({
      state: "resting",
      cause: "unauthorised",
      until: minutes(3),
    });
  });
});

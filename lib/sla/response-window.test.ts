import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueAt, firstAttempt, responseWindow } from "./response-window";

const routed = new Date("2026-03-28T23:58:00Z");
const later = (seconds: number) => new Date(routed.getTime() + seconds * 1000);

describe("Q.2 the response window", () => {
  it("runs for five minutes from the routing, and asks for attention in the last two", () => {
    expect(responseWindow(routed, [], routed)).toEqual({ state: "running", leftMs: 300_000 });
    expect(responseWindow(routed, [], later(179)).state).toBe("running");
    expect(responseWindow(routed, [], later(180))).toEqual({ state: "soon", leftMs: 120_000 });
  });

  it("is late only once the last moment has passed", () => {
    expect(responseWindow(routed, [], later(300))).toEqual({ state: "soon", leftMs: 0 });
    expect(responseWindow(routed, [], later(348))).toEqual({ state: "late", overMs: 48_000 });
  });

  it("stops at the first attempt and keeps how late it was", () => {
    const inTime = responseWindow(routed, [later(130)], later(9_000));
    expect(inTime).toEqual({ state: "stopped", tookMs: 130_000, overMs: 0 });
    const tooLate = responseWindow(routed, [later(360)], later(9_000));
    expect(tooLate).toEqual({ state: "stopped", tookMs: 360_000, overMs: 60_000 });
  });

  it("counts the earliest attempt in whatever order they arrive", () => {
    const seconds = fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 });
    fc.assert(
      fc.property(seconds, (offsets) => {
        const window = responseWindow(routed, offsets.map(later), later(200_000));
        expect(window).toMatchObject({ state: "stopped", tookMs: Math.min(...offsets) * 1000 });
      }),
    );
  });

  it("is stopped neither by an attempt before the routing nor by one that is still to come", () => {
    expect(firstAttempt(routed, [later(-60)])).toBeNull();
    expect(responseWindow(routed, [later(-60), later(90)], later(60)).state).toBe("running");
  });

  it("ends five minutes later across midnight and the change to summer time", () => {
    expect(dueAt(routed).toISOString()).toBe("2026-03-29T00:03:00.000Z");
  });
});

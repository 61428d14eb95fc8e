import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Calendar } from "./calendar";
import { firstAttempt, RESPONSE_WINDOW_SECONDS } from "./response-window";
import { dueAt, responseWindow } from "./standing";
import { weekdays } from "./testing/minute-by-minute";

const routedAt = new Date("2026-03-28T23:58:00Z");
const later = (seconds: number) => new Date(routedAt.getTime() + seconds * 1000);
const always: Calendar = { timeZone: "Europe/Berlin", hours: null, absences: [] };
const owed = { routedAt, windowSeconds: RESPONSE_WINDOW_SECONDS, calendar: always };

describe("Q.2 the response window", () => {
  it("runs for five minutes from the routing, and asks for attention in the last two", () => {
    const running = { state: "running", leftMs: 300_000, startsAt: null };
    expect(responseWindow(owed, [], routedAt)).toEqual(running);
    expect(responseWindow(owed, [], later(179)).state).toBe("running");
    expect(responseWindow(owed, [], later(180))).toMatchObject({ state: "soon", leftMs: 120_000 });
  });

  it("is late only once the last moment has passed", () => {
    expect(responseWindow(owed, [], later(300))).toMatchObject({ state: "soon", leftMs: 0 });
    expect(responseWindow(owed, [], later(348))).toMatchObject({ state: "late", overMs: 48_000 });
  });

  it("is as long as the lead's segment has it", () => {
    const longer = { ...owed, windowSeconds: 900 };
    expect(responseWindow(longer, [], later(348))).toMatchObject({ leftMs: 552_000 });
    expect(dueAt(longer)).toEqual(later(900));
  });

  it("stops at the first attempt and keeps how late it was", () => {
    const inTime = responseWindow(owed, [later(130)], later(9_000));
    expect(inTime).toEqual({ state: "stopped", tookMs: 130_000, overMs: 0 });
    const tooLate = responseWindow(owed, [later(360)], later(9_000));
    expect(tooLate).toEqual({ state: "stopped", tookMs: 360_000, overMs: 60_000 });
  });

  it("counts the earliest attempt in whatever order they arrive", () => {
    const seconds = fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 });
    fc.assert(
      fc.property(seconds, (offsets) => {
        const window = responseWindow(owed, offsets.map(later), later(200_000));
        expect(window).toMatchObject({ state: "stopped", tookMs: Math.min(...offsets) * 1000 });
      }),
    );
  });

  it("is stopped neither by an attempt before the routing nor by one that is still to come", () => {
    expect(firstAttempt(routedAt, [later(-60)])).toBeNull();
    expect(responseWindow(owed, [later(-60), later(90)], later(60)).state).toBe("running");
  });

  it("ends five minutes later across midnight and the change to summer time", () => {
    expect(dueAt(owed).toISOString()).toBe("2026-03-29T00:03:00.000Z");
  });

  it("stands still while the owner does not work, and says when it goes on", () => {
    const office = { ...always, hours: weekdays({ from: "09:00", until: "17:00" }) };
    const friday = { ...owed, routedAt: new Date("2026-03-27T15:57:00Z"), calendar: office };
    const monday = new Date("2026-03-30T07:00:00Z");
    const saturday = new Date("2026-03-28T12:00:00Z");
    const waits = { state: "soon", leftMs: 120_000, startsAt: monday };
    expect(responseWindow(friday, [], saturday)).toEqual(waits);
    expect(dueAt(friday)).toEqual(new Date("2026-03-30T07:02:00Z"));
    const late = responseWindow(friday, [], new Date("2026-03-30T07:03:00Z"));
    expect(late).toEqual({ state: "late", overMs: 60_000, startsAt: null });
    // Whoever calls on Saturday all the same took three minutes of their time.
    const called = responseWindow(friday, [saturday], monday);
    expect(called).toEqual({ state: "stopped", tookMs: 180_000, overMs: 0 });
  });
});

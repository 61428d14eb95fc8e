import { describe, expect, it } from "vitest";
import { weekdays } from "@/lib/sla/testing/minute-by-minute";
import { answerOf, answersOf, type Leg } from "./answers";

const at = (iso: string) => new Date(`2026-06-${iso}:00Z`);
const MINUTE = 60_000;
const office = {
  timeZone: "Europe/Berlin",
  hours: weekdays({ from: "09:00", until: "17:00" }),
  absences: [],
};
const now = at("10T12:00");
/** Given on a Friday, three minutes before five. */
const leg = (change: Partial<Leg> = {}): Leg => ({
  ...{ owner: "Amara", windowSeconds: 300, calendar: office },
  routedAt: at("05T14:57"),
  ...{ firstAttemptAt: null, decidedAt: null, givenOnAt: null },
  ...change,
});

describe("Q.2, G.6 how leads were answered", () => {
  it("counts the working time, so that a weekend makes nobody late", () => {
    const monday = leg({ firstAttemptAt: at("08T07:02") });
    expect(answerOf([monday], now)).toEqual({ how: "in time", tookMs: 5 * MINUTE, overMs: 0 });
    const later = leg({ firstAttemptAt: at("08T07:12") });
    expect(answerOf([later], now)).toMatchObject({ how: "late", overMs: 10 * MINUTE });
  });

  it("judges nobody before the end, and whoever decides inside of it not at all", () => {
    expect(answerOf([leg()], at("07T12:00"))).toEqual({ how: "open" });
    expect(answerOf([leg({ decidedAt: at("05T14:59") })], now)).toEqual({ how: "open" });
    expect(answerOf([leg()], at("08T07:12"))).toMatchObject({
      how: "missed",
      overMs: 10 * MINUTE,
    });
  });

  it("adds up who had the lead in a row, against the first one's window", () => {
    const first = leg({ givenOnAt: at("08T07:32") });
    const second = leg({
      ...{ owner: "Jonas", calendar: { ...office, hours: null } },
      ...{ routedAt: at("08T07:32"), firstAttemptAt: at("08T07:36") },
    });
    expect(answerOf([first, second], now)).toEqual({
      how: "late",
      tookMs: 39 * MINUTE,
      overMs: 34 * MINUTE,
    });
    const { rate, late, givenOn, reps } = answersOf([[first, second]], now);
    expect([rate?.rate, late, givenOn]).toEqual([0, 1, 1]);
    // The second rep was quick, and the first keeps their record.
    expect(reps).toMatchObject([
      { owner: "Amara", rate: { complete: 0, of: 1 }, medianMs: null, givenOn: 1 },
      { owner: "Jonas", rate: { complete: 1, of: 1 }, medianMs: 4 * MINUTE, givenOn: 0 },
    ]);
  });

  it("counts the first owner's late call where it came before the second's", () => {
    const first = leg({ givenOnAt: at("08T07:32"), firstAttemptAt: at("08T07:33") });
    const second = leg({ owner: "Jonas", routedAt: at("08T07:32") });
    expect(answerOf([first, second], now)).toMatchObject({ how: "late", tookMs: 36 * MINUTE });
    expect(answersOf([[first, second]], now).reps[0]?.rate?.complete).toBe(0);
  });

  it("says nothing of nothing", () => {
    expect(answersOf([], now)).toMatchObject({ rate: null, medianMs: null, reps: [] });
  });
});

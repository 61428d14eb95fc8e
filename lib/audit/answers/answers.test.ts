import { describe, expect, it } from "vitest";
import { MINUTE } from "@/lib/platform/durations";
import { weekdays } from "@/lib/sla/testing/minute-by-minute";
import { answerOf, answersOf, type Leg } from "./answers";

const at = (iso: string) => new Date(`2026-06-${iso}:00Z`);
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

  it("ends with the first call, whoever made it and though the lead was given on after it", () => {
    const first = leg({ firstAttemptAt: at("08T07:01"), givenOnAt: at("08T09:00") });
    const second = leg({
      ...{ owner: "Jonas", routedAt: at("08T09:00"), firstAttemptAt: at("08T09:01") },
    });
    const answer = { how: "in time", tookMs: 4 * MINUTE, overMs: 0 };
    expect(answerOf([first, second], now)).toEqual(answer);
    expect(answerOf([{ ...first, firstAttemptAt: at("08T11:00") }, second], now).how).toBe("late");
    const early = { ...first, firstAttemptAt: null, decidedAt: at("08T07:01") };
    expect(answerOf([early, { ...second, firstAttemptAt: null, decidedAt: now }], now).how).toBe(
      "open",
    );
  });

  it("judges a rep by their own part alone: not for what was taken early, but for their own call", () => {
    const taken = leg({ owner: "Zoe", givenOnAt: at("05T14:59") });
    const called = leg({ firstAttemptAt: at("05T14:59"), givenOnAt: at("08T09:00") });
    const second = leg({ owner: "Jonas", routedAt: at("08T09:00") });
    const { reps } = answersOf(
      [
        [taken, second],
        [called, second],
      ],
      now,
    );
    expect(
      reps.map(({ owner, rate, givenOn }) => [owner, rate?.complete ?? null, givenOn]),
    ).toEqual([
      ["Amara", 1, 1],
      ["Jonas", 0, 0],
      ["Zoe", null, 1],
    ]);
  });

  it("takes the middle one of all, in whatever order they come; who still waits is the slowest", () => {
    const called = (minutes: number) =>
      leg({ firstAttemptAt: new Date(at("08T06:57").getTime() + minutes * MINUTE) });
    const waiting = leg();
    const medianOf = (...legs: Leg[]) =>
      answersOf(
        legs.map((one) => [one]),
        now,
      ).medianMs;
    expect(medianOf(called(30), called(4), called(10))).toBe(10 * MINUTE);
    expect(medianOf(called(10), called(4))).toBe(4 * MINUTE);
    expect(medianOf(waiting, called(4), called(10))).toBe(10 * MINUTE);
    expect(medianOf(waiting, called(4), waiting)).toBeNull();
    const { late, missed, medianOverMs } = answersOf(
      [called(25), called(4), waiting, called(15)].map((one) => [one]),
      at("08T07:32"),
    );
    expect({ late, missed, medianOverMs }).toEqual({
      ...{ late: 2, missed: 1, medianOverMs: 20 * MINUTE },
    });
  });

  it("says nothing of nothing", () => {
    expect(answersOf([], now)).toMatchObject({ rate: null, medianMs: null, reps: [] });
  });
});

import { describe, expect, it } from "vitest";
import { DAY, MINUTE } from "@/lib/platform/durations";
import { workClock } from "@/lib/sla/work-clock";
import { inTime } from "./in-time";
import { answersTo, type Followed, outcomesOfLeads, stratumName } from "./questions";

const now = new Date("2026-06-30T12:00:00Z");
const at = (iso: string) => Date.parse(`2026-06-${iso}:00Z`);
const work = workClock(
  { timeZone: "UTC", hours: null, absences: [] },
  { from: at("01T00:00"), until: now.getTime() },
);
const lead = (rest: Partial<Followed> = {}): Followed => ({
  ...{ warm: true, tier: 1, channel: "webinar", leads: 1, days: 7, work, windowSeconds: 300 },
  ...{ triedFrom: [at("10T10:00")], triedAfterMs: [3 * MINUTE], dealAfterMs: [] },
  ...{ untriedFrom: [], untriedUntil: [] },
  ...{ reached: true, accepted: false, opportunity: false, won: false },
  ...rest,
});
const met = (answers: readonly { met: number; of: number }[]) =>
  answers.map((answer) => [answer.met, answer.of]);

describe("R.1 what is asked of warm and partial handoffs", () => {
  it("asks only of leads that have had the time", () => {
    const untried = { triedFrom: [], triedAfterMs: [], reached: false, days: 0 };
    const young = lead({ ...untried, untriedFrom: [at("28T10:00")], untriedUntil: [null] });
    expect(met(answersTo("reached", [lead({ leads: 3 }), young], now))).toEqual([[3, 3]]);
    expect(met(answersTo("in_time", [lead(), young], now))).toEqual([
      [1, 1],
      [0, 1],
    ]);
    const new_ = lead({ ...untried, untriedFrom: [at("30T11:58")], untriedUntil: [null] });
    expect(answersTo("in_time", [new_], now)).toEqual([]);
    const soon = { untriedFrom: [at("28T10:00")], untriedUntil: [at("28T10:05")] };
    expect(answersTo("in_time", [lead({ ...untried, ...soon })], now)).toEqual([]);
    const late = { untriedFrom: [at("28T10:00")], untriedUntil: [at("28T10:06")] };
    expect(met(answersTo("in_time", [lead({ ...untried, ...late })], now))).toEqual([[0, 1]]);
  });

  it.each([
    ["reached", 7],
    ["accepted", 7],
    ["opportunity", 30],
    ["won", 60],
  ] as const)(
    "asks whether a lead was %s once %d days have passed, and not before",
    (question, days) => {
      const known = lead({ days, [question]: true });
      expect(met(answersTo(question, [known, lead({ days: days - 1 })], now))).toEqual([[1, 1]]);
    },
  );

  it("takes a lead that ends its window to the second for one in time", () => {
    const atTheEnd = lead({ triedAfterMs: [5 * MINUTE] });
    const waiting = lead({ triedFrom: [], triedAfterMs: [], untriedFrom: [at("30T11:55")] });
    expect(met(answersTo("in_time", [atTheEnd, waiting], now))).toEqual([[1, 1]]);
  });

  it("counts the window in the rep's working time", () => {
    const hours = Object.fromEntries(
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [
        ...[day, [{ from: "09:00", until: "17:00" }]],
      ]),
    );
    const calendar = { timeZone: "UTC", hours, absences: [] } as Parameters<typeof workClock>[0];
    const nine = workClock(calendar, { from: at("01T00:00"), until: now.getTime() });
    const overnight = [at("10T16:58"), at("10T16:58")];
    const untried = { untriedFrom: [at("29T16:59")], untriedUntil: [null] };
    const waits = { work: nine, windowSeconds: 300, ...untried };
    const after = [16 * 60 * MINUTE + 5 * MINUTE, 16 * 60 * MINUTE + 5 * MINUTE + 1];
    expect(inTime({ ...waits, triedFrom: overnight, triedAfterMs: after }, now)).toEqual({
      ...{ met: 1, of: 3 },
    });
  });

  it("knows no rate of deals while nobody has told of any", () => {
    const early = lead({ days: 60 });
    expect(answersTo("won", [early, early], now)).toEqual([]);
    expect(met(answersTo("won", [early, { ...early, won: true }], now))).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it("counts a won deal as an opportunity, and knows of none before anybody told of one", () => {
    const early = lead({ days: 60 });
    const won = { ...early, won: true };
    expect(answersTo("opportunity", [early, won], now)).toEqual([]);
    const open = { ...early, opportunity: true };
    expect(met(answersTo("opportunity", [early, won, open], now))).toEqual([
      [0, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(answersTo("won", [early, open], now)).toEqual([]);
  });

  it("compares leads of one tier and source", () => {
    expect(stratumName(lead())).toBe("tier 1, webinar");
    expect(stratumName({ tier: null, channel: null })).toBe("no tier, source not known");
  });

  it("has medians only where there are enough, of tried and of won leads", () => {
    const won = lead({
      ...{
        leads: 6,
        triedFrom: Array(6).fill(at("10T10:00")),
        triedAfterMs: Array(6).fill(180_000),
      },
      ...{ won: true, dealAfterMs: Array(6).fill(10 * DAY) },
    });
    const outcomes = outcomesOfLeads([won, lead({ warm: false })], now);
    const { leads, speed, cycle, questions } = outcomes;
    expect(leads).toBe(7);
    expect(speed.warm).toMatchObject({ median: 180, of: 6 });
    expect(speed.partial).toBeNull();
    expect(cycle.warm?.median).toBe(10 * 86_400);
    expect(questions.map(({ question }) => question)).toContain("won");
  });
});

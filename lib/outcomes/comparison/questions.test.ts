import { describe, expect, it } from "vitest";
import { answersTo, type Followed, outcomesOfLeads, stratumName } from "./questions";

const now = new Date("2026-06-30T12:00:00Z");
const at = (iso: string) => new Date(`2026-06-${iso}:00Z`);
const lead = (rest: Partial<Followed> = {}): Followed => ({
  ...{ warm: true, tier: 1, channel: "webinar", windowSeconds: 300 },
  ...{ routedAt: at("10T10:00"), firstAttemptAt: at("10T10:03") },
  calendar: { timeZone: "UTC", hours: null, absences: [] },
  ...{ reached: true, accepted: false, opportunityAt: null, wonAt: null },
  ...rest,
});

describe("R.1 what is asked of warm and partial handoffs", () => {
  it("asks only of leads that have had the time", () => {
    const young = lead({ routedAt: at("28T10:00"), firstAttemptAt: null, reached: false });
    expect(answersTo("reached", [lead(), young], now)).toHaveLength(1);
    expect(answersTo("in_time", [lead(), young], now).map(({ met }) => met)).toEqual([true, false]);
    const new_ = lead({ routedAt: at("30T11:58"), firstAttemptAt: null });
    expect(answersTo("in_time", [new_], now)).toEqual([]);
  });

  it("knows no rate of deals while nobody has told of any", () => {
    const early = lead({ routedAt: new Date("2026-03-01T10:00:00Z") });
    expect(answersTo("won", [early, early], now)).toEqual([]);
    const won = { ...early, wonAt: new Date("2026-04-01T10:00:00Z") };
    expect(answersTo("won", [early, won], now).map(({ met }) => met)).toEqual([false, true]);
  });

  it("counts a won deal as an opportunity, and knows of none before anybody told of one", () => {
    const early = lead({ routedAt: new Date("2026-03-01T10:00:00Z") });
    const won = { ...early, wonAt: new Date("2026-04-01T10:00:00Z") };
    expect(answersTo("opportunity", [early, won], now)).toEqual([]);
    const open = { ...early, opportunityAt: new Date("2026-03-05T10:00:00Z") };
    const met = answersTo("opportunity", [early, won, open], now).map((answer) => answer.met);
    expect(met).toEqual([false, true, true]);
    expect(answersTo("won", [early, open], now)).toEqual([]);
  });

  it("compares leads of one tier and source", () => {
    expect(stratumName(lead())).toBe("tier 1, webinar");
    expect(stratumName({ tier: null, channel: null })).toBe("no tier, source not known");
  });

  it("has medians only where there are enough, of tried and of won leads", () => {
    const won = Array.from({ length: 6 }, () => lead({ wonAt: at("20T10:00") }));
    const { speed, cycle, questions } = outcomesOfLeads([...won, lead({ warm: false })], now);
    expect(speed.warm).toMatchObject({ median: 180, of: 6 });
    expect(speed.partial).toBeNull();
    expect(cycle.warm?.median).toBe(10 * 86_400);
    expect(questions.map(({ question }) => question)).toContain("won");
  });
});

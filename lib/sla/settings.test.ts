import { describe, expect, it } from "vitest";
import { DEFAULT_SLA, slaSettings, windowSecondsOf } from "./settings";
import { slaDifference, stepWords, whenWords } from "./settings-words";

const [warn, tell, reroute] = DEFAULT_SLA.ladder;
const refusal = (change: object) =>
  slaSettings.safeParse({ ...DEFAULT_SLA, ...change }).error?.issues[0]?.message;

describe("Q.2 what an admin sets of the SLA", () => {
  it("gives five minutes, or what the lead's first segment with a window of its own has", () => {
    const segments = [
      { segmentId: "enterprise", minutes: 15 },
      { segmentId: "emea", minutes: 3 },
    ];
    expect(windowSecondsOf(DEFAULT_SLA, ["emea"])).toBe(300);
    const set = { ...DEFAULT_SLA, segments };
    expect(windowSecondsOf(set, ["emea", "enterprise"])).toBe(900);
    expect(windowSecondsOf(set, ["emea"])).toBe(180);
    expect(windowSecondsOf(set, [])).toBe(300);
  });

  it("takes a ladder that can be climbed", () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ ladder: [] })).toBeUndefined();
    expect(refusal({ ladder: [tell, warn] })).toMatch(/order/);
    expect(refusal({ ladder: [reroute, { ...tell, minutes: 40 }] })).toMatch(/another rep/);
    expect(refusal({ ladder: [{ ...reroute, minutes: -1 }] })).toMatch(/only the rep/);
    expect(refusal({ minutes: 0 })).toMatch(/at least/);
    expect(refusal({ minutes: 481 })).toMatch(/at most/);
  });

  it("says the ladder and its changes in words", () => {
    expect([-2, 0, 30].map(whenWords)).toEqual([
      "2 min before the end",
      "at the end",
      "30 min after the end",
    ]);
    expect(warn && stepWords({ ...warn, channel: "app" })).toBe(
      "Warn the rep 2 min before the end, in Baton only",
    );
    expect(warn && stepWords({ ...warn, channel: "slack" })).toBe(
      "Warn the rep 2 min before the end, by Slack",
    );
    const longer = { ...DEFAULT_SLA, minutes: 10, ladder: [] };
    expect(slaDifference(DEFAULT_SLA, longer, String)).toMatchObject([
      { label: "Window", before: "5 min", after: "10 min" },
      { label: "Ladder", after: "nothing" },
    ]);
  });
});

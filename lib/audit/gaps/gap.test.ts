import { describe, expect, it } from "vitest";
import { gapOf, verdictOfGap } from "./gap";
import { causeOf, type Heard, type Missed } from "./verdict";

const missed = (rest: Partial<Missed> = {}): Missed => ({
  ...{ handoffId: "h", fieldId: "C1.6", doubted: null, saidNotObtainable: false },
  ...{ hadValue: [], lateActivities: [], heard: [] },
  ...rest,
});
const heard = (name: string, before: Heard["before"], rest: Partial<Heard> = {}): Heard => ({
  ...{ name, before, cause: null, gaveLater: false },
  ...rest,
});

describe("A.5 why a field was missing", () => {
  it("is technical where a source had it and the handoff did not", () => {
    expect(causeOf(missed({ hadValue: ["HubSpot"] }))).toEqual({
      cause: "technical",
      evidence: "HubSpot had given a value before the handoff, which does not show it",
    });
    const late = missed({ fieldId: "C3.8", lateActivities: ["HubSpot"] });
    expect(causeOf(late).cause).toBe("technical");
  });

  it("is technical where a connection failed, and names it and its failure", () => {
    const broken = heard("Apollo", "failed", { cause: "refused the key", gaveLater: true });
    expect(causeOf(missed({ heard: [heard("Clearbit", "no_match"), broken] }))).toEqual({
      cause: "technical",
      evidence: "Apollo failed before the handoff (refused the key) and gave it afterwards",
    });
    const silent = missed({ heard: [heard("Apollo", "skipped")] });
    expect(causeOf(silent).evidence).toContain("has not been heard since");
  });

  it("is not obtainable where all were asked in vain, or a person said so", () => {
    const vain = missed({ heard: [heard("Apollo", "no_match"), heard("Clearbit", "found")] });
    expect(causeOf(vain)).toEqual({
      cause: "not_obtainable",
      evidence: "Asked in vain: Apollo, Clearbit",
    });
    expect(causeOf(missed({ saidNotObtainable: true })).cause).toBe("not_obtainable");
  });

  it("names as asked only who was, and is process where nobody could be", () => {
    const unasked = heard("Clearbit", "nothing_to_ask");
    expect(causeOf(missed({ heard: [unasked, heard("Apollo", "no_match")] }))).toEqual({
      cause: "not_obtainable",
      evidence: "Asked in vain: Apollo",
    });
    expect(causeOf(missed({ heard: [unasked] }))).toEqual({
      cause: "process",
      evidence: "No system had it; not asked: Clearbit",
    });
  });

  it("names of several that failed the one that gave it afterwards", () => {
    const failures = [
      heard("Apollo", "failed", { cause: "refused the key" }),
      heard("Clearbit", "no_match", { gaveLater: true }),
      heard("ZoomInfo", "failed", { gaveLater: true }),
    ];
    expect(causeOf(missed({ heard: failures })).evidence).toBe(
      "ZoomInfo failed before the handoff and gave it afterwards",
    );
    expect(causeOf(missed({ heard: failures.slice(0, 2) })).evidence).toBe(
      "Apollo failed before the handoff (refused the key) and has not been heard since",
    );
  });

  it("is told of a value that an auditor does not accept, by who gave it", () => {
    const doubted = missed({ doubted: "Maya Chen", heard: [heard("Apollo", "no_match")] });
    expect(causeOf(doubted)).toEqual({
      cause: "process",
      evidence: "Maya Chen gave what the auditor does not accept",
    });
    expect(causeOf({ ...doubted, hadValue: ["HubSpot"] })).toEqual({
      cause: "technical",
      evidence: "HubSpot had given another value before the handoff, which does not show it",
    });
  });

  it("is process where no system had it and nobody wrote it", () => {
    expect(causeOf(missed())).toMatchObject({ cause: "process" });
    const unasked = missed({ heard: [heard("Apollo", null), heard("Clearbit", "no_match")] });
    expect(causeOf(unasked).evidence).toBe("No system had it; not asked: Apollo");
  });

  it("names the commonest cause and the commonest evidence first", () => {
    const all = ["HubSpot", "Marketo", "Marketo"].map((name) => missed({ hadValue: [name] }));
    const { missing, shares } = gapOf("C1.6", [missed(), ...all]);
    expect(missing).toBe(4);
    expect(shares.map(({ cause, count }) => [cause, count])).toEqual([
      ["technical", 3],
      ["process", 1],
    ]);
    expect(shares[0]?.evidence.map(({ text, count }) => [text.split(" ")[0], count])).toEqual([
      ["Marketo", 2],
      ["HubSpot", 1],
    ]);
  });

  it("is mixed with its shares where handoffs differ", () => {
    const all = [missed(), missed(), missed({ hadValue: ["HubSpot"] })];
    const gap = gapOf("C1.6", all);
    expect(gap.shares.map(({ cause, count }) => [cause, count])).toEqual([
      ["process", 2],
      ["technical", 1],
    ]);
    expect(verdictOfGap(gap)).toBe("mixed");
    expect(verdictOfGap(gapOf("C1.6", [missed()]))).toBe("process");
  });
});

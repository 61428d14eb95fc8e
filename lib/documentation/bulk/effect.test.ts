import { describe, expect, it } from "vitest";
import { effectOf, type LeadStanding } from "./effect";

const lead = (id: string, rest: Partial<LeadStanding> = {}): LeadStanding => ({
  id,
  status: "pending_enrichment",
  claimedBy: null,
  mine: false,
  carries: false,
  doubtful: false,
  ...rest,
});

describe("O.5 what a deed will do", () => {
  it("leaves out what a rep has, what is set aside, and what somebody else is on", () => {
    const leads = [
      lead("held"),
      lead("back", { status: "rejected" }),
      lead("given", { status: "routed" }),
      lead("called", { status: "contacted" }),
      lead("aside", { status: "excluded" }),
      lead("ada", { claimedBy: "Ada" }),
    ];
    expect(effectOf("test", leads, 7)).toEqual({
      does: ["held", "back"],
      left: [
        { why: "with a rep already", count: 2 },
        { why: "set aside already", count: 1 },
        { why: "that Ada is on", count: 1 },
        { why: "not there any more", count: 1 },
      ],
    });
  });

  it("asks again only about what is held, whoever is on it", () => {
    const leads = [lead("held", { claimedBy: "Ada" }), lead("ready", { status: "ready" })];
    expect(effectOf("retry", leads, 2).does).toEqual(["held"]);
  });

  it("flags once, claims what is free, releases what is one's own, settles what is doubtful", () => {
    const leads = [lead("plain"), lead("mine", { mine: true, carries: true, doubtful: true })];
    expect(effectOf("flag", leads, 2).does).toEqual(["plain"]);
    expect(effectOf("claim", leads, 2).does).toEqual(["plain"]);
    expect(effectOf("release", leads, 2).does).toEqual(["mine"]);
    expect(effectOf("trust", leads, 2).does).toEqual(["mine"]);
    expect(effectOf("distrust", leads, 2).left).toEqual([
      { why: "nothing doubtful in it any more", count: 1 },
    ]);
  });
});

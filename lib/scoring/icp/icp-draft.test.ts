import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../model/default-model";
import { draftedIcp, type IcpDraft, icpDraft, withCriterion, withMoved } from "./icp-draft";

const draft = icpDraft(DEFAULT_MODEL);
const changed = (index: number, patch: Partial<IcpDraft["criteria"][number]>): IcpDraft => ({
  ...draft,
  criteria: draft.criteria.map((one, at) => (at === index ? { ...one, ...patch } : one)),
});
const errors = (given: IcpDraft) => {
  const read = draftedIcp(given);
  return "errors" in read ? read.errors : {};
};

describe("C2.6 C2.7 an ICP being edited", () => {
  it("comes back as it was", () => {
    const { criteria, tiers } = DEFAULT_MODEL;
    expect(draftedIcp(draft)).toEqual({ icp: { criteria, tiers } });
  });

  it.each([
    ["a name", changed(0, { label: " " }), "criteria.0.label"],
    ["points", changed(1, { points: "" }), "criteria.1.points"],
    ["whole points", changed(1, { points: "2.5" }), "criteria.1.points"],
    ["points that fit into 100", changed(1, { points: "26" }), "criteria"],
    ["a least below the most", changed(0, { least: "20000" }), "criteria.0.atMost"],
    ["at least one word", changed(1, { words: " , ;" }), "criteria.1.words"],
    ["words that say something", changed(1, { words: "retail, -" }), "criteria.1.words"],
    ["an asterisk at the end only", changed(1, { words: "re*tail" }), "criteria.1.words"],
    ["real countries", changed(3, { words: "NO, Atlantis" }), "criteria.3.countries"],
    ["names that differ", changed(1, { label: "200 to 10,000 Employees" }), "criteria.1.label"],
    ["tiers in order", { ...draft, two: "75" }, "tiers.two"],
    ["a tier that can be reached", changed(0, { points: "0" }), null],
    ["a tier within the points", { ...changed(0, { points: "0" }), one: "80" }, "tiers.one"],
    ["a criterion at all", { ...draft, criteria: [] }, "criteria"],
  ])("wants %s", (_what, given, place) => {
    expect(Object.keys(errors(given))).toEqual(
      place === null ? [] : expect.arrayContaining([place]),
    );
  });

  it("reads numbers as they are written here and there, and guesses none", () => {
    const revenue = draft.criteria.findIndex(({ fact }) => fact === "revenue");
    const millions = (least: string) => draftedIcp(changed(revenue, { least }));
    expect(millions("2,5")).toMatchObject({
      icp: { criteria: { [revenue]: { atLeastMillions: 2.5 } } },
    });
    expect(millions("1,250.5")).toMatchObject({
      icp: { criteria: { [revenue]: { atLeastMillions: 1250.5 } } },
    });
    expect(millions("2,500")).toEqual({
      errors: {
        [`criteria.${revenue}.atLeastMillions`]: "‘2,500’ may be two numbers. Write 2.5 or 2500.",
      },
    });
    expect(draftedIcp(changed(0, { most: "10,000" }))).toMatchObject({
      icp: { criteria: { 0: { atMost: 10_000 } } },
    });
    expect(Object.keys(errors(changed(1, { points: "2,5" })))).toEqual(["criteria.1.points"]);
  });

  it("takes countries by name, once", () => {
    const read = draftedIcp(changed(3, { words: "Norway, no, Germany" }));
    expect(read).toMatchObject({ icp: { criteria: { 3: { countries: ["NO", "DE"] } } } });
  });

  it("adds a criterion of its own, and moves one where there is room", () => {
    const more = withCriterion(withCriterion(draft));
    expect(new Set(more.criteria.map(({ id }) => id)).size).toBe(draft.criteria.length + 2);
    expect(withMoved(draft, 0, -1)).toBe(draft);
    expect(withMoved(draft, draft.criteria.length - 1, 1)).toBe(draft);
    expect(
      withMoved(draft, 1, -1)
        .criteria.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(["industry", "size"]);
  });
});

import { describe, expect, it } from "vitest";
import { measuresOf, parseTrendView, trendQuery } from "./view";

describe("A.6 a view of the trends in its address", () => {
  it.each([
    {},
    { per: "day", show: "behavioralTrail" },
    { by: "rep" },
    { by: "campaign", of: "-", show: "C3.8", until: "2026-11-30" },
    { by: "version", of: "3", per: "month" },
  ])("comes back as it went: %j", (params) => {
    const query = trendQuery(parseTrendView(params));
    expect(Object.fromEntries(Object.entries(query).filter(([, value]) => value))).toEqual(params);
  });

  it("leaves out what it does not understand", () => {
    const asked = { per: "hour", by: "moon", of: "x", show: "C9.1", until: "2026-02-30" };
    expect(parseTrendView(asked)).toEqual({
      ...{ per: "week", by: "all", of: null, show: null, until: null },
    });
  });

  it("shows a category with its fields, and one line for each where it is by rep", () => {
    expect(measuresOf(parseTrendView({}))).toHaveLength(5);
    expect(measuresOf(parseTrendView({ show: "contactBasics" }))).toHaveLength(8);
    expect(measuresOf(parseTrendView({ show: "contactBasics", by: "rep" }))).toHaveLength(1);
    expect(measuresOf(parseTrendView({ by: "rep" }))).toEqual(["warm"]);
  });
});

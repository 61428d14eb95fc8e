import { describe, expect, it } from "vitest";
import { parseView, toggled, viewQuery } from "./view";

const now = new Date("2026-06-03T10:00:00Z");

describe("Q.1 the view of a queue lives in its address", () => {
  it("comes back from its own address", () => {
    const search = {
      only: "tier1,rising",
      sort: "-score",
      cursor: `${now.getTime() - 5_000}.3`,
    };
    const view = parseView(search, now);
    expect(viewQuery(view)).toEqual({
      list: null,
      only: "tier1,rising",
      sort: "-score",
      cursor: search.cursor,
    });
    expect(view).toMatchObject({ page: 3, asOf: new Date(now.getTime() - 5_000) });
    expect(parseView({ list: "accepted" }, now)).toMatchObject({
      list: "accepted",
      sort: { by: "decided", direction: "descending" },
    });
  });

  it("shows the most urgent first where the address says nothing, or nonsense", () => {
    const usual = {
      list: "open",
      filters: [],
      sort: { by: "left", direction: "ascending" },
      page: 1,
      asOf: null,
    };
    expect(parseView({}, now)).toEqual(usual);
    const nonsense = {
      list: "everything",
      only: "password",
      sort: "-secret",
      cursor: "soon.-1",
    };
    expect(parseView(nonsense, now)).toEqual(usual);
  });

  it("takes no moment that is still to come", () => {
    expect(parseView({ cursor: `${now.getTime() + 1}.1` }, now).asOf).toBeNull();
  });

  it("adds a filter and takes it away, back on the first page of the list as it is now", () => {
    const view = parseView({ only: "rising", cursor: `${now.getTime()}.2` }, now);
    const both = toggled(view, "tier1");
    expect(viewQuery(both)).toMatchObject({ only: "rising,tier1", cursor: null });
    expect(toggled(both, "rising").filters).toEqual(["tier1"]);
  });
});

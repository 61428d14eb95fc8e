import { describe, expect, it } from "vitest";
import { lastingQuery, parseView, QUEUE_COLUMNS, toggled, viewQuery, withColumn } from "./view";

const now = new Date("2026-06-03T10:00:00Z");

describe("Q.1 the view of a queue lives in its address", () => {
  it("comes back from its own address", () => {
    const search = {
      list: "open",
      only: "tier1,rising",
      sort: "-score",
      columns: "left,score",
      cursor: `${now.getTime() - 5_000}`,
    };
    const view = parseView(search, now);
    expect(viewQuery(view)).toEqual(search);
    expect(view).toMatchObject({ asOf: new Date(now.getTime() - 5_000) });
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
      columns: Object.keys(QUEUE_COLUMNS),
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
    expect(parseView({ cursor: `${now.getTime() + 1}` }, now).asOf).toBeNull();
  });

  it("adds a filter and takes it away, of the list as it is now", () => {
    const view = parseView({ only: "rising", cursor: `${now.getTime()}` }, now);
    const both = toggled(view, "tier1");
    expect(viewQuery(both)).toMatchObject({ only: "rising,tier1", cursor: null });
    expect(toggled(both, "rising").filters).toEqual(["tier1"]);
  });

  it("takes a column away and puts it back where it was, down to the name alone", () => {
    const view = parseView({}, now);
    const without = withColumn(view, "company");
    expect(viewQuery(without).columns).toBe("left,trigger,tier,score,documented,there");
    expect(viewQuery(withColumn(without, "company")).columns).toBeNull();
    const bare = parseView({ columns: "none" }, now);
    expect(bare.columns).toEqual([]);
    expect(parseView({ columns: String(viewQuery(bare).columns) }, now).columns).toEqual([]);
  });

  it("keeps all but the moment where it is saved", () => {
    const view = parseView({ only: "rising", cursor: `${now.getTime()}` }, now);
    expect(lastingQuery(view)).toMatchObject({ list: "open", only: "rising", cursor: null });
  });
});

import { describe, expect, it } from "vitest";
import { afterSearch, PAGE, type SearchPosition, searchFrom, searchQuestion } from "./search";

const TIME = Date.parse("2026-06-03T10:00:00Z");
const found = (count: number, at: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${index + 1}`,
    changedAt: new Date(at(index)),
  }));
const asked = { changed: "lastmodifieddate", properties: ["email"] };
const filtersOf = (position: SearchPosition) =>
  searchQuestion(position, asked).filterGroups[0]?.filters;

describe("K.1 how far a search of HubSpot's has come", () => {
  it("reads everything by number first, then what has changed since it began", () => {
    const start = searchFrom(null);
    expect(filtersOf(start)).toEqual([
      { propertyName: "hs_object_id", operator: "GT", value: "0" },
    ]);
    const first = afterSearch(
      start,
      found(PAGE, () => TIME),
      TIME,
    );
    expect(first).toMatchObject({
      more: true,
      position: { by: "number", after: "100", began: TIME },
    });
    const last = afterSearch(
      first.position,
      found(3, () => TIME),
      TIME + 60_000,
    );
    expect(last).toMatchObject({ more: true, position: { by: "change" } });
    // What changed while it was read is looked at once more, and so is what the index shows late.
    expect(last.position).toMatchObject({ since: TIME - 300_000 });
  });

  it("goes on from the last change, and never by HubSpot's own page numbers", () => {
    const at: SearchPosition = { by: "change", since: TIME };
    const next = afterSearch(
      at,
      found(PAGE, (index) => TIME + index * 1_000),
      TIME + 3_600_000,
    );
    expect(next).toMatchObject({ more: true, position: { by: "change", since: TIME + 99_000 } });
    expect(JSON.stringify(searchQuestion(next.position, asked))).not.toContain('"after"');
  });

  it("reads a moment in which a whole page changed by number, and then goes on after it", () => {
    const at: SearchPosition = { by: "change", since: TIME };
    const full = afterSearch(
      at,
      found(PAGE, () => TIME),
      TIME + 3_600_000,
    );
    expect(full.position).toEqual({ by: "moment", at: TIME, after: "0" });
    const next = afterSearch(
      full.position,
      found(PAGE, () => TIME),
      TIME + 3_600_000,
    );
    expect(next.position).toEqual({ by: "moment", at: TIME, after: "100" });
    const end = afterSearch(next.position, [], TIME + 3_600_000);
    expect(end).toMatchObject({ more: true, position: { by: "change", since: TIME + 1 } });
  });

  it("ends where a page is not full, with room for what the index shows late by HubSpot's own clock", () => {
    const at: SearchPosition = { by: "change", since: TIME };
    const settled = afterSearch(
      at,
      found(1, () => TIME + 1_000),
      TIME + 3_600_000,
    );
    expect(settled).toMatchObject({ more: false, position: { since: TIME + 1_001 } });
    const recent = afterSearch(
      at,
      found(1, () => TIME + 3_599_000),
      TIME + 3_600_000,
    );
    expect(recent.position).toMatchObject({ since: TIME + 3_300_000 });
    expect(afterSearch(at, [], TIME - 9_999_999).position).toEqual(at);
  });

  it("goes on from what of a page says when it changed, and through all where nothing of it does", () => {
    const at: SearchPosition = { by: "change", since: TIME };
    const known = { id: "7", changedAt: new Date(TIME + 5_000) };
    const odd = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${index + 8}`, changedAt: null }));
    const time = TIME + 3_600_000;
    expect(afterSearch(at, [known, ...odd(1)], time).position).toMatchObject({
      since: TIME + 5_001,
    });
    expect(afterSearch(at, odd(1), time)).toMatchObject({ more: false, position: at });
    expect(afterSearch(at, odd(PAGE), time)).toMatchObject({
      ...{ more: true, position: { by: "number", after: "0", began: time } },
    });
  });
});

import { describe, expect, it } from "vitest";
import { address } from "@/lib/platform/address";
import { readCursor, writeCursor } from "./cursor";
import { boardQuery, parseBoardFilter } from "./filter";

const read = (text: string) => parseBoardFilter(Object.fromEntries(new URLSearchParams(text)));

describe("O.1 the board's filter lives in the address", () => {
  it("comes back from the address it was written to", () => {
    const filter = read("show=enrichment&q=Nordlys%20%26%20Co&missing=C1.5&mql=1&cursor=abc");
    expect(filter.search).toBe("Nordlys & Co");
    expect(filter.missing).toBe("C1.5");
    expect(filter.mql).toBe(true);
    expect(read(address("", boardQuery(filter)).slice(1))).toEqual(filter);
  });

  it("takes what makes no sense for not given", () => {
    expect(read("show=everything&missing=C9.9")).toMatchObject({
      show: "enrichment",
      missing: null,
    });
  });

  it("drops a filter that the shown kind does not have", () => {
    expect(read("show=returned&missing=C1.5&mql=1")).toMatchObject({ missing: null, mql: false });
  });
});

describe("a cursor", () => {
  const types = ["timestamptz", "uuid"] as const;
  const rank = ["2026-06-03 10:00:00.123+00", "0f8fad5b-d9cb-469f-a165-70867728950e"];

  it("comes back as it was written", () => {
    const cursor = { way: "before" as const, rank };
    expect(readCursor(writeCursor(cursor), types)).toEqual(cursor);
  });

  it("is none when its parts are not what the order goes by", () => {
    const odd = writeCursor({ way: "after", rank: ["'; drop table lead", rank[1] ?? ""] });
    expect(readCursor(odd, types)).toBeNull();
    expect(readCursor(writeCursor({ way: "after", rank: rank.slice(1) }), types)).toBeNull();
    expect(readCursor("no cursor at all", types)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { FieldValue, Json } from "@/lib/standard/field";
import type { FillMode } from "@/lib/standard/fill-mode";
import {
  type Arriving,
  type FieldRow,
  mergeInTurn,
  prevailingOf,
  withWritten,
} from "./merge-fields";

const place = (language: string | null, region: string | null): Json => ({ language, region });
const said = (value: Json, rest: Partial<FieldValue> = {}): Arriving => ({
  "C1.7": {
    ...({ value, source: "form", provider: "Website", verified: false } as const),
    ...{ obtainedAt: "2026-06-03T10:00:00.000Z", ...rest },
  },
});
const known = (value: Json, mode: FillMode = "refresh"): Arriving => ({
  "C1.7": {
    ...{ value, source: "enrichment", provider: "Directory", verified: true, mode },
    obtainedAt: "2026-06-03T11:00:00.000Z",
  } as const,
});
const rowsOf = (...arrivals: Arriving[]) =>
  arrivals.reduce<FieldRow[]>((rows, one) => withWritten(rows, mergeInTurn(rows, [one])), []);
const kept = (...arrivals: Arriving[]) => prevailingOf(rowsOf(...arrivals))["C1.7"];

describe("C1.7 the language that a lead gives itself", () => {
  const german = said(place("de", null));
  const directory = known(place("en", "US"));

  it.each([
    ["before", [german, directory]],
    ["after", [directory, german]],
  ])("goes before the directory's, which still says where the lead is: given %s it", (_, all) => {
    expect(kept(...all)).toMatchObject({
      ...{ value: place("de", "US"), source: "form", verified: false },
      detail: { regionFrom: "enrichment" },
    });
  });

  it("does so as well where the region was worked out, and the directory knows another", () => {
    const worked = said(place("de", "DE"), { detail: { regionFrom: "domain" } });
    expect(kept(worked, directory)?.value).toEqual(place("de", "US"));
    expect(kept(worked, known(place(null, "US"), "blank"))).toMatchObject({
      ...{ value: place("de", "DE"), detail: { regionFrom: "domain" } },
    });
  });

  it("is verified where somebody who is sure says the same", () => {
    expect(kept(german, known(place("de", "DE")))).toMatchObject({
      ...{ value: place("de", "DE"), source: "enrichment", verified: true },
    });
  });

  it("stands with the region that the lead gave", () => {
    expect(kept(said(place("de", "AT")), directory)?.value).toEqual(place("de", "AT"));
  });

  it("gives way to what a person filled in, and to what may override", () => {
    expect(kept(german, known(place("en", "US"), "override"))?.value).toEqual(place("en", "US"));
    const typed = said(place("fr", "FR"), { source: "person", provider: "Omar", verified: true });
    expect(kept(german, directory, typed)?.value).toEqual(place("fr", "FR"));
  });

  it("is no change when it comes again, and without it the directory's stands", () => {
    const rows = rowsOf(german, directory);
    expect(mergeInTurn(rows, [german])).toEqual([]);
    expect(mergeInTurn(rows, [directory])).toEqual([]);
    expect(kept(said(place(null, "DE")), directory)?.value).toEqual(place("en", "US"));
  });
});

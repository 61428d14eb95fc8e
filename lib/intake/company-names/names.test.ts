import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { companyName } from "./company-name";

/** The rows of names.tsv; its head names the sources and how to read them. */
const rows = readFileSync(new URL("names.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .slice(1)
  .map((line) => {
    const [typed = "", normal = "", source = "", why = ""] = line.split("\t");
    return { typed, normal, source, why };
  });

describe("C1.3 company names as public sources give them", () => {
  it("has at least 300 of them, none twice, each with its source and why", () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map(({ typed }) => typed)).size).toBe(rows.length);
    for (const row of rows) expect(Object.values(row), row.typed).not.toContain("");
  });

  it.each(rows)("$typed becomes $normal: $why", ({ typed, normal }) => {
    expect(companyName(typed)).toBe(normal);
  });

  it.each(rows)("$normal stays so", ({ normal }) => {
    expect(companyName(normal)).toBe(normal);
  });
});

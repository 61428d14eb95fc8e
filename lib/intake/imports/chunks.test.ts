import { describe, expect, it } from "vitest";
import type { CsvRow } from "../csv/rows";
import { chunksOf } from "./chunks";

async function* rows(count: number, cell = "x", after = 0): AsyncGenerator<CsvRow> {
  for (let number = after + 1; number <= count; number += 1)
    yield { ok: true, number, line: number + 1, cells: [cell] };
}
async function cuts(source: AsyncIterable<CsvRow>, after = 0) {
  const found: string[] = [];
  for await (const { from, to, rows: held } of chunksOf(source, 250, after))
    found.push(`${from}-${to}: ${held.length}`);
  return found;
}

describe("chunksOf", () => {
  it("cuts at the same rows when it goes on as it would have from the start", async () => {
    expect(await cuts(rows(600))).toEqual(["0-250: 250", "250-500: 250", "500-600: 100"]);
    expect(await cuts(rows(600, "x", 250), 250)).toEqual(["250-500: 250", "500-600: 100"]);
  });

  it("closes a chunk early where rows are very long, so that memory stays bounded", async () => {
    expect(await cuts(rows(6, "x".repeat(1_500_000)))).toEqual(["0-3: 3", "3-6: 3"]);
  });

  it("has none for a file without rows", async () => {
    expect(await cuts(rows(0))).toEqual([]);
  });
});

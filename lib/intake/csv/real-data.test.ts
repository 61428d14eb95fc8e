import { createReadStream, existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { guessMapping } from "./columns";
import { openCsv } from "./csv-file";
import { leadRow } from "./lead-row";
import { outcomeRow } from "./outcome-row";
import { csvRows } from "./rows";
import type { ImportTarget } from "./synonyms";
import { valuesOf } from "./values";

/** Lies beside the repository and is no part of the product; a clone elsewhere goes without. */
const DATA = "/work/shared/data";

async function taken(name: string, target: ImportTarget) {
  const answer = await openCsv(createReadStream(`${DATA}/${name}`));
  if (!answer.ok) throw new Error(answer.reason);
  const columns = guessMapping(answer.file.headers, answer.file.sample, target);
  const ids = new Set<string | undefined>();
  const refused: string[] = [];
  for await (const row of csvRows(answer.file)) {
    const { values, others } = valuesOf(row.cells, columns);
    const judged = target === "leads" ? leadRow(values) : outcomeRow(values, others);
    if (row.ok && judged.ok) ids.add(judged.input.externalId);
    else refused.push(`line ${row.line}`);
  }
  return { ids: ids.size, refused };
}

describe.skipIf(!existsSync(DATA))("K.1 real files, without a word from a person", () => {
  it("takes each of 8,000 leads", async () => {
    const found = await taken("olist_marketing_qualified_leads_dataset.csv", "leads");
    expect(found).toEqual({ ids: 8_000, refused: [] });
  });

  it("takes each of 842 won deals", async () => {
    const found = await taken("olist_closed_deals_dataset.csv", "outcomes");
    expect(found).toEqual({ ids: 842, refused: [] });
  });
});

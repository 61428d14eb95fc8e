import { Readable } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCsv } from "./csv-file";
import { csvLine } from "./line";
import { csvRows } from "./rows";

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

async function opened(source: string | AsyncIterable<Uint8Array>) {
  const bytes = typeof source === "string" ? Readable.from([Buffer.from(source)]) : source;
  const answer = await openCsv(bytes);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.file;
}
const rowsOf = async (text: string, after = 0) => all(csvRows(await opened(text), after));
const brief = async (text: string) =>
  (await rowsOf(text)).map((row) =>
    row.ok ? `${row.line} ${row.cells.join("/")}` : `${row.line} ${row.column}: ${row.reason}`,
  );

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is held, not what the machine has not taken back yet. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe("K.1 the rows of a CSV file", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("counts lines that end in %s, also inside quotes", async (_, end) => {
    const text = ["a,b", '1,"x', 'y"', "", "2,z", ",", "3,w"].join(end);
    expect(await brief(text)).toEqual([`2 1/x${end}y`, "5 2/z", "7 3/w"]);
  });

  it("takes doubled quotes, spaces around quotes and quotes inside a word", async () => {
    expect(await brief('a,b\n"say ""hi""", "x, y" \n5" pipe,z\n"",""""\n')).toEqual([
      '2 say "hi"/x, y',
      '3 5" pipe/z',
      '4 /"',
    ]);
  });

  it("gives up only the line in which a quote is opened and never closed", async () => {
    expect(await brief('a,b\n1,x\n2,"y\n3,z\n4,w\n')).toEqual([
      "2 1/x",
      "3 b: opens a quote that is never closed",
      "4 3/z",
      "5 4/w",
    ]);
  });

  it("notices a quote that swallowed lines by the text after the next one", async () => {
    expect(await brief('a,b\n1,"x\n2,y\n3,"z"\n')).toEqual([
      "2 b: has a quote that is not closed, or text after a closing quote",
      "3 2/y",
      "4 3/z",
    ]);
  });

  it("says how many cells a row has where it is not as many as there are columns", async () => {
    expect(await brief("a,b\n1\n1,2,3\n1,2\n")).toEqual([
      "2 null: has 1 cell, but the first line names 2 columns",
      "3 null: has 3 cells, but the first line names 2 columns",
      "4 1/2",
    ]);
  });

  it("goes on after the row where an earlier run stopped", async () => {
    const text = `a,b\n${Array.from({ length: 20 }, (_, i) => (i === 4 ? "bad\n" : `${i},x\n`)).join("")}`;
    const all = await rowsOf(text);
    expect(await rowsOf(text, 7)).toEqual(all.slice(7));
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it("gives back whatever was written, whatever the pieces it arrives in", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", ",", ";", '"', "\n", "\r", " ", "=", "'", "字"),
    });
    const table = fc.array(fc.tuple(cell, cell, fc.constant("end")), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const text = [["a", "b", "c"], ...rows].map((cells) => csvLine(cells, ",")).join("");
        const bytes = Buffer.from(text);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const file = { ...(await opened(Readable.from(pieces))), rejects: true };
        const read = (await all(csvRows(file))).map(({ cells }) => cells);
        expect(read).toEqual(rows);
      }),
    );
  });
});

describe("K.1 files of a size that does not fit in memory", () => {
  async function* repeated(header: string, row: (index: number) => string, count: number) {
    yield Buffer.from(header);
    for (let index = 0; index < count; index += 1_000) {
      const lines = Array.from({ length: 1_000 }, (_, offset) => row(index + offset));
      yield Buffer.from(lines.join(""));
    }
  }

  it("reads a million rows without holding them", async () => {
    const source = repeated(
      "id,name,note\n",
      (i) => `${i},"Solberg, Ingrid ${i}",${"x".repeat(40)}\n`,
      1_000_000,
    );
    const before = heldBytes();
    let most = 0;
    let count = 0;
    for await (const row of csvRows(await opened(source))) {
      if (row.ok) count += 1;
      if (row.number % 100_000 === 0) most = Math.max(most, heldBytes());
    }
    expect(count).toBe(1_000_000);
    // The file has 75 MB; its text and rows, held, would take several times that.
    expect((most - before) / 2 ** 20).toBeLessThan(20);
  }, 60_000);

  it("loses one row, not a million, to a quote never closed", async () => {
    const row = (i: number) => (i === 500 ? `${i},"open\n` : `${i},x\n`);
    let bad = 0;
    let good = 0;
    for await (const found of csvRows(await opened(repeated("id,name\n", row, 300_000))))
      if (found.ok) good += 1;
      else {
        bad += 1;
        expect(found).toMatchObject({
          line: 502,
          column: "name",
          reason: "opens a quote that is never closed",
        });
      }
    expect({ good, bad }).toEqual({ good: 299_999, bad: 1 });
  }, 60_000);

  it("passes over a line of many megabytes", async () => {
    const row = (i: number) => (i === 3 ? `${i},${"x".repeat(3_000_000)}\n` : `${i},x\n`);
    const rows = await all(csvRows(await opened(repeated("id,name\n", row, 1_000))));
    expect(rows.length).toBe(1_000);
    const bad = rows.filter(({ ok }) => !ok);
    expect(bad).toMatchObject([{ line: 5, reason: "is longer than 1,000,000 characters" }]);
    expect(rows.at(-1)).toMatchObject({ ok: true, line: 1_001 });
  });
});

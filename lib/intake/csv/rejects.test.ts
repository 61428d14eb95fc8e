import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { openCsv } from "./csv-file";
import { type Rejected, rejectsHeader, rejectsLine } from "./rejects";
import { csvRows } from "./rows";

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

async function opened(text: string) {
  const answer = await openCsv(Readable.from([Buffer.from(text)]));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.file;
}

const again = async (headers: string[], rejected: Rejected[]) => {
  const lines = rejected.map((row) => rejectsLine(row, ";"));
  const file = await opened(rejectsHeader(headers, ";") + lines.join(""));
  return {
    headers: file.headers,
    delimiter: file.delimiter,
    rows: await all(csvRows(file)),
  };
};

describe("K.1 the file of refused rows", () => {
  const hostile = [
    "=1+1",
    "+4741234567",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "'=1",
    "''@x",
    "＝1",
    "plain",
    " a ",
    'say "hi"; bye',
  ];
  const headers = hostile.map((_, index) => (index === 0 ? "=first" : `column ${index}`));

  it("says line, column and reason, and starts no formula", () => {
    const line = rejectsLine(
      { line: 7, column: "=first", reason: "is missing", cells: hostile },
      ";",
    );
    expect(line).toMatch(/^7;'=first;is missing;'=1\+1;/);
    for (const cell of line.split(";")) expect(cell).not.toMatch(/^"?[=+@\-\t\r]/);
  });

  it("comes back as the rows that it holds, unchanged", async () => {
    const found = await again(headers, [
      { line: 7, column: null, reason: "is missing", cells: hostile },
    ]);
    expect(found).toMatchObject({
      headers,
      delimiter: ";",
      rows: [{ ok: true, line: 2, cells: hostile }],
    });
  });

  it("keeps a row with cells too many or too few as it was", async () => {
    const rows = [["1"], ["1", "2", "3"]].map((cells) => ({
      line: 1,
      column: null,
      reason: "x",
      cells,
    }));
    const found = await again(["a", "b"], rows);
    expect(found.rows.map(({ ok, cells }) => ({ ok, cells }))).toEqual([
      { ok: false, cells: ["1"] },
      { ok: false, cells: ["1", "2", "3"] },
    ]);
  });

  it("leaves apostrophes alone in any other file", async () => {
    const [row] = await all(csvRows(await opened("a,b\n'=1,'tis\n")));
    expect(row?.cells).toEqual(["'=1", "'tis"]);
  });
});

import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { openCsv } from "./csv-file";
import { csvRows } from "./rows";

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

const chunked = (bytes: Uint8Array, size: number) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );

async function read(content: string | Uint8Array, size = 7) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const answer = await openCsv(chunked(bytes, size));
  if (!answer.ok) return answer.reason;
  const rows = await all(csvRows(answer.file));
  const { headers, delimiter, encoding } = answer.file;
  return { headers, delimiter, encoding: encoding(), rows: rows.map(({ cells }) => cells) };
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const TABLE = "email;name\r\nå@n.example;Åse Ødegård\r\n";
const ROWS = [["å@n.example", "Åse Ødegård"]];

describe("K.1 a CSV file in whatever form it comes", () => {
  it.each([
    ["UTF-8", Buffer.from(TABLE), "UTF-8"],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${TABLE}`), "UTF-8"],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${TABLE}`, "utf16le"), "UTF-16 LE"],
    ["UTF-16 the other way round", utf16be(`\ufeff${TABLE}`), "UTF-16 BE"],
    ["UTF-16 without a mark", Buffer.from(TABLE, "utf16le"), "UTF-16 LE"],
    ["UTF-16 the other way round, without a mark", utf16be(TABLE), "UTF-16 BE"],
    ["Windows-1252", Buffer.from(TABLE, "latin1"), "Windows-1252"],
  ])("reads %s", async (_, bytes, encoding) => {
    for (const size of [1, 3, 1_000_000])
      expect(await read(bytes, size)).toEqual({
        headers: ["email", "name"],
        delimiter: ";",
        encoding,
        rows: ROWS,
      });
  });

  it("turns to Windows-1252 late, where all before was ASCII", async () => {
    const plain = `email,name\n${"a@n.example,Ann Smith\n".repeat(5_000)}`;
    const bytes = Buffer.concat([
      Buffer.from(plain),
      Buffer.from("b@n.example,Bj\xf8rn \x80\n", "latin1"),
    ]);
    const found = await read(bytes, 4_096);
    expect(found).toMatchObject({ encoding: "Windows-1252" });
    expect(typeof found === "string" ? found : found.rows.at(-1)).toEqual([
      "b@n.example",
      "Bjørn €",
    ]);
  });

  it("gives up one row where a UTF-8 file has damaged bytes, and says which column", async () => {
    const bytes = Buffer.concat([
      Buffer.from("email,name\nå@n.example,Åse Ødegård\nb@n.example,Bj"),
      Buffer.from([0xff]),
      Buffer.from("rn\nc@n.example,Çelik\n"),
    ]);
    const answer = await openCsv(chunked(bytes, 5));
    if (!answer.ok) throw new Error(answer.reason);
    const rows = await all(csvRows(answer.file));
    expect(rows.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(rows[1]).toMatchObject({
      line: 3,
      column: "name",
      reason: "has bytes that are not UTF-8",
    });
  });

  it.each([
    [",", "email,name\na@n.example,Ann\n"],
    [";", 'email;name\na@n.example;"Ann, the 2nd; of that name"\n'],
    ["\t", "email\tname\na@n.example\tAnn, of Leeds\n"],
    ["|", "email|name\na@n.example|Ann, of Leeds\n"],
    [";", "sep=;\r\nemail;name\r\na@n.example;Ann\r\n"],
    [",", "email\na@n.example\n"],
  ])("guesses the delimiter '%s'", async (delimiter, text) => {
    expect(await read(text)).toMatchObject({ delimiter });
  });

  it("reads a header without rows, 200 columns, and up to 1,000", async () => {
    expect(await read("email,name")).toMatchObject({ headers: ["email", "name"], rows: [] });
    for (const width of [200, 1_000]) {
      const names = Array.from({ length: width }, (_, index) => `column ${index}`);
      const text = `${names.join(",")}\n${names.map(() => "x").join(",")}\n`;
      expect(await read(text, 512)).toMatchObject({ headers: names, rows: [names.map(() => "x")] });
    }
  });

  it.each([
    ["an empty file", "", "The file is empty."],
    ["empty lines", "\n\n\r\n", "The file is empty."],
    ["a column without a name", "email,,name\n", "Column 2 has no name in the first line."],
    [
      "two columns of one name",
      "Email,name,email\n",
      "Two columns are called 'email'. Rename one of them.",
    ],
    [
      "no header",
      "a@n.example,Ann\n",
      "The first line must name the columns, but it has 'a@n.example'.",
    ],
    [
      "1,001 columns",
      Array.from({ length: 1_001 }, (_, i) => i).join(),
      "The file has 1001 columns. Up to 1000 can be read.",
    ],
    [
      "a quote never closed in the header",
      'email,"name\na,b\n',
      "The first line opens a quote that is never closed.",
    ],
    [
      "a workbook",
      Buffer.from("504b030414000600", "hex"),
      "This is an Excel workbook or a zip archive. Save the sheet as CSV first.",
    ],
    [
      "an old workbook",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "This is an Excel workbook. Save the sheet as CSV first.",
    ],
    [
      "a binary file",
      Buffer.from("00010200030400ff", "hex"),
      "This is not a text file: it has NUL bytes. Save it as CSV first.",
    ],
  ])("refuses %s in words", async (_, content, reason) => {
    expect(await read(content)).toBe(reason);
  });

  it("closes the source when it refuses, and when a reader stops", async () => {
    const refused = chunked(Buffer.from("a,,b\n".repeat(20_000)), 1_000);
    await openCsv(refused);
    expect(refused.destroyed).toBe(true);
    const stopped = chunked(Buffer.from("a,b\n".repeat(50_000)), 1_000);
    const answer = await openCsv(stopped);
    if (!answer.ok) throw new Error(answer.reason);
    for await (const row of csvRows(answer.file)) if (row.number === 3) break;
    expect(stopped.destroyed).toBe(true);
  });
});

import type { CsvFile } from "./csv-file";
import { UNREADABLE } from "./decode";
import { live } from "./inert";
import { LONGEST_RECORD, type Scan, scanRecord, tooLong } from "./record";

/**
 * One row of a file. `number` counts the rows from 1, good and bad alike, and is where a caller
 * resumes; `line` is the line it begins on in the file, from 1.
 */
export type CsvRow =
  | { ok: true; number: number; line: number; cells: string[] }
  | {
      ok: false;
      number: number;
      line: number;
      column: string | null;
      reason: string;
      cells: string[];
    };

type Found = { scan: Scan & { kind: "row" | "bad" }; line: number };

/**
 * The rows of an opened file, one at a time and with back-pressure: memory does not grow with the
 * file. Rows up to `after` are passed over, to resume. A row that cannot be read is a bad row with
 * its reason, and never the end of the file. Closes the source when done or abandoned.
 */
export async function* csvRows(file: CsvFile, after = 0): AsyncGenerator<CsvRow> {
  let number = 0;
  for await (const found of records(file)) {
    if (found.scan.kind === "row" && found.scan.cells.every((cell) => cell.trim() === "")) continue;
    number += 1;
    if (number > after) yield rowOf(file, found, number);
  }
}

async function* records(file: CsvFile): AsyncGenerator<Found> {
  const { delimiter, text } = file;
  let { rest: buffer, line } = file;
  let at = 0;
  let last = false;
  try {
    for (;;) {
      const scan = boundedScan(buffer, at, delimiter, last);
      if (scan.kind === "end") return;
      if (scan.kind === "more") {
        const next = await text.next();
        last = next.done === true;
        buffer = buffer.slice(at) + (next.done ? "" : next.value);
        at = 0;
        continue;
      }
      yield { scan, line };
      line += scan.lines;
      at = scan.end;
      if (scan.lines === 0) [buffer, at] = [await restOfLine(text), 0];
    }
  } finally {
    await text.return?.();
  }
}

/** Never asks for more text than the longest record may have. */
function boundedScan(buffer: string, at: number, delimiter: string, last: boolean): Scan {
  const scan = scanRecord(buffer, at, delimiter, last);
  const full = scan.kind === "more" && buffer.length - at > LONGEST_RECORD;
  return full ? tooLong(buffer, at, delimiter) : scan;
}

/** Passes over the rest of a line that is too long to be kept; what follows it in the same chunk. */
async function restOfLine(text: AsyncIterator<string>): Promise<string> {
  for (let next = await text.next(); !next.done; next = await text.next()) {
    const end = next.value.search(/[\r\n]/);
    if (end >= 0) return next.value.slice(end);
  }
  return "";
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

function rowOf(file: CsvFile, { scan, line }: Found, number: number): CsvRow {
  const where = { number, line };
  const named = (index: number) => file.headers[index] ?? null;
  if (scan.kind === "bad") {
    const column = named(file.positions.indexOf(scan.cell));
    return { ok: false, ...where, column, reason: scan.reason, cells: [scan.raw] };
  }
  const cells = ownCells(file, scan.cells);
  if (scan.cells.length !== file.width) {
    const [has, names] = [counted(scan.cells.length, "cell"), counted(file.width, "column")];
    const reason = `has ${has}, but the first line names ${names}`;
    return { ok: false, ...where, column: null, reason, cells };
  }
  const broken = cells.findIndex((cell) => cell.includes(UNREADABLE));
  if (broken < 0) return { ok: true, ...where, cells };
  return {
    ok: false,
    ...where,
    column: named(broken),
    reason: "has bytes that are not UTF-8",
    cells,
  };
}

/** The cells without a rejects file's own three, and as they were before it made them inert. */
function ownCells({ positions, rejects, width }: CsvFile, cells: string[]): string[] {
  if (!rejects) return cells;
  return cells.filter((_, index) => index >= width || positions.includes(index)).map(live);
}

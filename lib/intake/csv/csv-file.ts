import { type Encoding, type EncodingAnswer, encodingOf, TextReader } from "./decode";
import {
  type Delimiter,
  declaredDelimiter,
  guessDelimiter,
  headersOf,
  REJECT_COLUMNS,
  sampleRecords,
} from "./dialect";
import { live } from "./inert";
import { scanRecord } from "./record";

/** How much of a file is looked at before anything is decided, in bytes. */
const HEAD = 64 * 1024;

/** A CSV file whose beginning has been read and understood. `text` continues where `rest` ends. */
export type CsvFile = {
  delimiter: Delimiter;
  /** The columns, a rejects file's own three left out. */
  headers: string[];
  /** The first rows, for guessing what the columns hold. */
  sample: string[][];
  /** True for a file of rejected rows that comes back. */
  rejects: boolean;
  /** Where the columns stand in a record. */
  positions: number[];
  /** Cells that a record must have. */
  width: number;
  /** How the bytes are read; it may become Windows-1252 while rows are read. */
  encoding: () => Encoding;
  /** The text after the header line that has been read already, and the rest. */
  rest: string;
  text: AsyncIterator<string>;
  /** The line on which `rest` begins, counted from 1. */
  line: number;
};

export type CsvAnswer = { ok: true; file: CsvFile } | { ok: false; reason: string };

/**
 * Opens a CSV file in any of the encodings and delimiters that spreadsheets and marketing automation
 * write, or says in words why it cannot be read. Reads its beginning only.
 */
export async function openCsv(source: AsyncIterable<Uint8Array>): Promise<CsvAnswer> {
  const bytes = source[Symbol.asyncIterator]();
  const head = await beginning(bytes);
  const answer: EncodingAnswer = encodingOf(head.bytes);
  if (!answer.ok) return refused(bytes, answer.reason);
  const reader = new TextReader(answer.encoding);
  const text = reader.read(head.bytes.subarray(answer.mark), head.last);
  const table = beginTable(text, head.last);
  if (!table.ok) return refused(bytes, table.reason);
  const own = { encoding: () => reader.encoding, text: remainder(bytes, reader) };
  return { ok: true, file: { ...table.table, ...own } };
}

/** What the beginning of the text says about the table. */
function beginTable(text: string, last: boolean) {
  const declared = declaredDelimiter(text);
  const body = text.slice(declared?.length ?? 0);
  const delimiter = declared?.delimiter ?? guessDelimiter(body, last);
  const first = firstRecord(body, delimiter, last);
  if (!first.ok) return first;
  const names = headersOf(first.cells);
  if (!names.ok) return names;
  const columns = columnsOf(names.headers);
  const rest = body.slice(first.end);
  const sample = sampleRecords(rest, delimiter, last).map((cells) =>
    columns.positions.map((position) => cells[position] ?? ""),
  );
  const line = first.line + (declared ? 1 : 0);
  return { ok: true as const, table: { delimiter, ...columns, sample, rest, line } };
}

async function beginning(bytes: AsyncIterator<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await bytes.next();
    if (next.done) return { bytes: new Uint8Array(Buffer.concat(chunks)), last: true };
    chunks.push(next.value);
    length += next.value.length;
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)), last: false };
}

/** Not a generator: one that was never begun would not close its source when it is returned. */
function remainder(bytes: AsyncIterator<Uint8Array>, reader: TextReader): AsyncIterator<string> {
  let ended = false;
  return {
    async next() {
      if (ended) return { done: true, value: undefined };
      const next = await bytes.next();
      ended = next.done === true;
      const value = next.done ? reader.read(new Uint8Array(0), true) : reader.read(next.value);
      return { done: false, value };
    },
    async return() {
      ended = true;
      await bytes.return?.();
      return { done: true, value: undefined };
    },
  };
}

async function refused(bytes: AsyncIterator<Uint8Array>, reason: string): Promise<CsvAnswer> {
  await bytes.return?.();
  return { ok: false, reason };
}

/** The header: the first record that is not an empty line. */
function firstRecord(text: string, delimiter: string, last: boolean) {
  for (let at = 0, line = 1; ; ) {
    const scan = scanRecord(text, at, delimiter, last);
    if (scan.kind === "end") return { ok: false as const, reason: "The file is empty." };
    if (scan.kind === "more")
      return {
        ok: false as const,
        reason: "The first line is longer than 64 kB, or a quote in it is never closed.",
      };
    line += scan.lines;
    if (scan.kind === "bad")
      return { ok: false as const, reason: `The first line ${scan.reason}.` };
    if (scan.cells.some((cell) => cell.trim()))
      return { ok: true as const, cells: scan.cells, end: scan.end, line };
    at = scan.end;
  }
}

function columnsOf(all: string[]) {
  const added = new Set<string>(REJECT_COLUMNS);
  // One is enough: people delete the columns they have read.
  const rejects = REJECT_COLUMNS.some((name) => all.includes(name));
  const positions = [...all.keys()].filter((index) => !added.has(all[index] ?? ""));
  const headers = positions.map((index) => (rejects ? live(all[index] ?? "") : (all[index] ?? "")));
  return { headers, positions, rejects, width: all.length };
}

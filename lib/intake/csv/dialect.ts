import { keysOf } from "@/lib/platform/keys-of";
import { UNREADABLE } from "./decode";
import { scanRecord } from "./record";

/** What may stand between two columns, by how it is said. */
export const DELIMITER_WORDS = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "pipes",
} as const;
export type Delimiter = keyof typeof DELIMITER_WORDS;
export const DELIMITERS = keysOf(DELIMITER_WORDS);

/** More columns than this are no table of leads; spreadsheets stop at 16,384. */
const MOST_COLUMNS = 1_000;
/** How many records of the beginning a guess is made from. */
const SAMPLE = 50;

/** Columns that a rejects file adds; they are not data and are skipped when it comes back. */
export const REJECT_COLUMNS = ["baton_line", "baton_column", "baton_reason"] as const;

/** The records at the beginning of a text, bad ones left out. */
export function sampleRecords(text: string, delimiter: string, last: boolean): string[][] {
  const records: string[][] = [];
  for (let at = 0; records.length < SAMPLE; ) {
    const scan = scanRecord(text, at, delimiter, last);
    if (scan.kind === "more" || scan.kind === "end") break;
    if (scan.kind === "row" && scan.cells.some(Boolean)) records.push(scan.cells);
    at = scan.end;
  }
  return records;
}

/**
 * The delimiter that cuts the beginning of a file into the most even table: as many columns as the
 * header in as many records as possible, then the most columns. A comma where nothing tells.
 */
export function guessDelimiter(text: string, last: boolean): Delimiter {
  const scored = DELIMITERS.map((delimiter) => {
    const [header = [], ...rest] = sampleRecords(text, delimiter, last);
    const even = rest.filter((cells) => cells.length === header.length).length;
    const share = rest.length === 0 ? 1 : even / rest.length;
    return { delimiter, score: header.length < 2 ? 0 : share * 1_000 + header.length };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : ",";
}

/** Excel's own first line, which names the delimiter (`sep=;`); null where there is none. */
export function declaredDelimiter(text: string): { delimiter: Delimiter; length: number } | null {
  const match = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i.exec(text);
  return match ? { delimiter: match[1] as Delimiter, length: match[0].length } : null;
}

type HeadersAnswer = { ok: true; headers: string[] } | { ok: false; reason: string };

/** The column names of the first record, or what is wrong with them. */
export function headersOf(cells: string[]): HeadersAnswer {
  const headers = cells.map((cell) => cell.trim().normalize("NFC"));
  const refuse = (reason: string): HeadersAnswer => ({ ok: false, reason });
  if (headers.length > MOST_COLUMNS)
    return refuse(`The file has ${headers.length} columns. Up to ${MOST_COLUMNS} can be read.`);
  const nameless = headers.indexOf("");
  if (nameless >= 0) return refuse(`Column ${nameless + 1} has no name in the first line.`);
  const broken = headers.find((header) => header.includes(UNREADABLE) || header.includes("\0"));
  if (broken) return refuse("A column's name has bytes that are not text. Save the file as UTF-8.");
  const data = headers.find((header) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(header));
  if (data) return refuse(`The first line must name the columns, but it has '${data}'.`);
  const seen = new Set<string>();
  for (const header of headers) {
    const name = header.toLowerCase();
    if (seen.has(name)) return refuse(`Two columns are called '${header}'. Rename one of them.`);
    seen.add(name);
  }
  return { ok: true, headers };
}

/** The largest record that is read, in characters; a quote never closed would swallow the file. */
export const LONGEST_RECORD = 1_000_000;

const TOO_LONG = {
  kind: "bad" as const,
  reason: `is longer than ${LONGEST_RECORD.toLocaleString("en")} characters`,
  cell: -1,
  raw: "",
};

/**
 * What stands at one place of a text: a whole record, a record that cannot be read, too little text
 * to tell, or nothing. `end` is where the next record begins; `lines` how many lines were used up.
 */
export type Scan =
  | { kind: "row"; cells: string[]; end: number; lines: number }
  | { kind: "bad"; reason: string; cell: number; raw: string; end: number; lines: number }
  | { kind: "more" }
  | { kind: "end" };

type Cell =
  | { kind: "cell"; text: string; end: number }
  | { kind: "more" | "unclosed" | "after-quote" };

const [QUOTE, LF, CR, SPACE] = [34, 10, 13, 32];
const LINE_END = /\r\n|\n|\r/g;

/**
 * Reads one CSV record (RFC 4180, with any one-character delimiter and any line ending). `last`
 * says that no text follows. Where quotes are wrong, only the line they began in is given up: what
 * follows is read afresh, so one slip costs one row and not the rest of the file.
 */
export function scanRecord(text: string, start: number, delimiter: string, last: boolean): Scan {
  if (start >= text.length) return { kind: last ? "end" : "more" };
  const cells: string[] = [];
  for (let at = start; ; ) {
    const cell = scanCell(text, at, delimiter.charCodeAt(0), last);
    if (cell.kind === "more") return { kind: "more" };
    if (cell.kind !== "cell") return badLine(text, start, cell.kind, cells.length);
    cells.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === delimiter) continue;
    // A CR at the edge may be the first half of a CRLF.
    if (text[cell.end] === "\r" && at >= text.length && !last) return { kind: "more" };
    if (text[cell.end] === "\r" && text[at] === "\n") at += 1;
    const lines = cells.some((content) => /[\r\n]/.test(content)) ? countLines(text, start, at) : 1;
    const end = Math.min(at, text.length);
    if (end - start > LONGEST_RECORD) return { ...TOO_LONG, end, lines };
    return { kind: "row", cells, end, lines };
  }
}

/** A record longer than the limit, as a bad row; the rest of its line is the caller's to skip. */
export function tooLong(text: string, start: number, delimiter: string): Scan {
  const scan = scanRecord(text, start, delimiter, true);
  if (scan.kind === "bad" && scan.end < text.length) return scan;
  return { ...TOO_LONG, end: text.length, lines: 0 };
}

function scanCell(text: string, at: number, delimiter: number, last: boolean): Cell {
  let start = at;
  while (text.charCodeAt(start) === SPACE) start += 1;
  if (text.charCodeAt(start) === QUOTE) return scanQuoted(text, start, delimiter, last);
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LF || code === CR)
      return { kind: "cell", text: text.slice(at, end), end };
  }
  return last ? { kind: "cell", text: text.slice(at), end: text.length } : { kind: "more" };
}

function scanQuoted(text: string, open: number, delimiter: number, last: boolean): Cell {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  if (close < 0) return { kind: last ? "unclosed" : "more" };
  let end = close + 1;
  while (text.charCodeAt(end) === SPACE) end += 1;
  if (end >= text.length && !last) return { kind: "more" };
  const code = text.charCodeAt(end);
  if (end < text.length && code !== delimiter && code !== LF && code !== CR)
    return { kind: "after-quote" };
  return { kind: "cell", text: text.slice(open + 1, close).replaceAll('""', '"'), end };
}

const REASONS = {
  unclosed: "opens a quote that is never closed",
  "after-quote": "has a quote that is not closed, or text after a closing quote",
};

function badLine(text: string, start: number, kind: keyof typeof REASONS, cell: number): Scan {
  LINE_END.lastIndex = start;
  const ending = LINE_END.exec(text);
  const end = ending ? ending.index + ending[0].length : text.length;
  const raw = text.slice(start, ending?.index);
  return { kind: "bad", reason: REASONS[kind], cell, raw, end, lines: 1 };
}

function countLines(text: string, start: number, end: number): number {
  return text.slice(start, end).match(LINE_END)?.length ?? 1;
}

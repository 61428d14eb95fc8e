import type { CsvRow } from "../csv/rows";

/** Characters that one chunk holds at most, a last long row aside; it bounds memory. */
const MOST_CHARACTERS = 4_000_000;

/** Consecutive rows: those after row `from` up to row `to`, counted from 1. */
type RowChunk = { from: number; to: number; rows: CsvRow[] };

/**
 * Cuts rows into chunks of up to `size`. The same file is cut in the same places each time, also
 * when it is taken up again after one of them.
 */
export async function* chunksOf(
  rows: AsyncIterable<CsvRow>,
  size: number,
  after: number,
): AsyncGenerator<RowChunk> {
  let chunk: RowChunk = { from: after, to: after, rows: [] };
  let characters = 0;
  for await (const row of rows) {
    chunk.rows.push(row);
    chunk.to = row.number;
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (chunk.rows.length < size && characters < MOST_CHARACTERS) continue;
    yield chunk;
    chunk = { from: chunk.to, to: chunk.to, rows: [] };
    characters = 0;
  }
  if (chunk.rows.length > 0) yield chunk;
}

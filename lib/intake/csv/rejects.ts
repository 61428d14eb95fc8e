import { type Delimiter, REJECT_COLUMNS } from "./dialect";
import { csvLine } from "./line";

/** A row that was refused: where it was, and why. `column` is null where the whole row is at fault. */
export type Rejected = {
  line: number;
  column: string | null;
  reason: string;
  cells: readonly string[];
};

/**
 * The first line of a rejects file: the three columns that say what to fix, then the original ones.
 * They stand first so that a row with cells too many or too few keeps its place. The mark makes
 * Excel read UTF-8.
 */
export const rejectsHeader = (headers: readonly string[], delimiter: Delimiter): string =>
  `\ufeff${csvLine([...REJECT_COLUMNS, ...headers], delimiter)}`;

/** One refused row as a line to fix and import again; no cell of it runs in a spreadsheet. */
export function rejectsLine(
  { line, column, reason, cells }: Rejected,
  delimiter: Delimiter,
): string {
  return csvLine([String(line), column ?? "", reason, ...cells], delimiter);
}

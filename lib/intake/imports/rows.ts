import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/viewer";
import type { MappedColumn } from "../csv/columns";
import type { Rejected } from "../csv/rejects";
import type { CsvRow } from "../csv/rows";
import { columnOf, valuesOf } from "../csv/values";
import type { Importer, Written } from "./importer";
import { rowFault } from "./row-fault";

/** A row of the file as it was understood, or as it is refused. */
export type ReadRow = { cells: string[]; line: number } & (
  | { ok: true; input: unknown }
  | { ok: false; column: string | null; reason: string }
);

/** What a row becomes by its columns, before the database has been asked. */
export function readRow(
  row: CsvRow,
  importer: Importer,
  columns: readonly MappedColumn[],
  now: Date,
): ReadRow {
  const { line, cells } = row;
  if (!row.ok) return { ok: false, line, cells, column: row.column, reason: row.reason };
  const { values, others } = valuesOf(cells, columns);
  const answer = importer.read(values, others, now);
  if (answer.ok) return { ok: true, line, cells, input: answer.input };
  return { ok: false, line, cells, ...told(answer, columns) };
}

/** A field that has a column is told by its column, because that is what one finds in the file. */
function told(
  { field, reason }: { field: string | null; reason: string },
  columns: readonly MappedColumn[],
) {
  const column = columnOf(field, columns);
  return { column, reason: column === null && field !== null ? `${field} ${reason}` : reason };
}

/** What became of each row of a chunk, in their order. */
export type RowOutcome = Written | { result: "refused"; rejected: Rejected };

/** Writes the rows of a chunk; each is taken in whole or refused with its reason. */
export async function writeRows(
  tx: Transaction,
  actor: Actor,
  importer: Importer,
  columns: readonly MappedColumn[],
  rows: readonly ReadRow[],
  now: Date,
): Promise<RowOutcome[]> {
  const good = rows.filter((row) => row.ok);
  const inputs = good.map(({ input }) => input);
  const written = await writeOrSplit(tx, actor, importer, inputs, now);
  const results = new Map(good.map((row, index) => [row as ReadRow, written[index]]));
  return rows.map((row): RowOutcome => {
    const { line, cells } = row;
    if (!row.ok) {
      const { column, reason } = row;
      return { result: "refused", rejected: { line, cells, column, reason } };
    }
    const result = results.get(row);
    if (!result) throw new Error("A row of the file was neither taken in nor refused.");
    if (result.result !== "refused") return result;
    return { result: "refused", rejected: { line, cells, ...told(result, columns) } };
  });
}

/**
 * Rows that the database refuses together are tried again in halves, until the one at fault stands
 * alone: one bad row costs itself and not its neighbours, and some ten tries instead of hundreds.
 */
async function writeOrSplit(
  tx: Transaction,
  actor: Actor,
  importer: Importer,
  inputs: readonly unknown[],
  now: Date,
): Promise<Written[]> {
  if (inputs.length === 0) return [];
  try {
    return await tx.transaction((inner) => importer.write(inner, actor, inputs, now));
  } catch (error) {
    const reason = rowFault(error);
    if (reason === null) throw error;
    if (inputs.length === 1) return [{ result: "refused", field: null, reason }];
  }
  const middle = Math.ceil(inputs.length / 2);
  const first = await writeOrSplit(tx, actor, importer, inputs.slice(0, middle), now);
  return [...first, ...(await writeOrSplit(tx, actor, importer, inputs.slice(middle), now))];
}

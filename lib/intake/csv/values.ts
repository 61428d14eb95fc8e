import type { MappedColumn } from "./columns";

/** A row's cells by the fields their columns fill, and those of the other columns by their names. */
export function valuesOf(cells: readonly string[], columns: readonly MappedColumn[]) {
  const values: Record<string, string> = {};
  const others: Record<string, string> = {};
  for (const [index, { header, field }] of columns.entries()) {
    const cell = cells[index] ?? "";
    if (field) values[field] = cell;
    else others[header] = cell;
  }
  return { values, others };
}

/** The header of the column that fills a field, for a reason that names it. */
export function columnOf(field: string | null, columns: readonly MappedColumn[]): string | null {
  return columns.find((column) => column.field === field)?.header ?? null;
}

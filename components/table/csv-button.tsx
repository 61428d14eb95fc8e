"use client";

import type { ColumnDef, RowData } from "@tanstack/react-table";
import { csvFile } from "@/lib/intake/csv/line";
import { Button } from "../ui/button";
import type { features } from "./column-look";

type CsvButtonProps<Row extends RowData> = {
  /** The file's name, without its ending. */
  name: string;
  columns: readonly ColumnDef<typeof features, Row>[];
  rows: readonly Row[];
};

/** What a column reads of a row, as text; nothing where it is no text or number. */
function cellOf<Row extends RowData>(column: ColumnDef<typeof features, Row>, row: Row): string {
  const key = "accessorKey" in column ? String(column.accessorKey) : "";
  const value = (row as Record<string, unknown>)[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Has the browser save rows of texts as a CSV file that no spreadsheet runs (A.6). */
export function saveCsv(name: string, header: string[], lines: string[][]) {
  const file = new Blob([csvFile(header, lines)], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Saves the table as it stands as a CSV file. */
export function CsvButton<Row extends RowData>({ name, columns, rows }: CsvButtonProps<Row>) {
  function save() {
    const named = columns.filter(({ header }) => typeof header === "string");
    const header = named.map((column) => String(column.header));
    saveCsv(
      name,
      header,
      rows.map((row) => named.map((column) => cellOf(column, row))),
    );
  }
  return (
    <p className="mt-1 text-right print:hidden">
      <Button variant="bare" onClick={save} className="text-label font-normal">
        CSV<span className="sr-only">: {name}</span>
      </Button>
    </p>
  );
}

"use client";

import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import { type ReactNode, useRef } from "react";
import { features } from "./column-look";
import { CsvButton } from "./csv-button";
import { cellsOf } from "./row-cells";
import { useRowKeys } from "./row-keys";
import { rowLook } from "./row-look";
import type { Sort } from "./sorting";
import { TableHead } from "./table-head";

type DataTableProps<Row extends RowData> = {
  /** What the table holds, for screen readers: "Your queue". */
  label: string;
  /** From `columnsOf<Row>().columns([…])`, at module scope. */
  columns: ColumnDef<typeof features, Row>[];
  /** One page of rows, in the order to show. */
  rows: Row[];
  rowId: (row: Row) => string;
  /** Where a row leads; the column with `rowLink` carries the link. */
  rowHref?: (row: Row) => string;
  /** The row that one came back from. */
  currentId?: string | undefined;
  sort?: Sort | undefined;
  /** How many there are on all pages, and how many come before this one. */
  total?: number;
  before?: number;
  /** The name of the file that the table can be saved as; without one it cannot. */
  csv?: string;
  /** Shown in place of rows: an EmptyState that says why there are none. */
  empty: ReactNode;
};

/** Our table for what fits a page: the server sorts, filters and pages; under 1024 px each row is a block of two lines. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowHref, currentId, sort, total, before = 0 } = props;
  const body = useRef<HTMLTableElement>(null);
  useRowKeys(body);
  const table = useTable({ features, columns, data: rows, getRowId: rowId });
  if (rows.length === 0) return props.empty;
  const cells = cellsOf(table);
  const drawn = (
    <table
      ref={body}
      aria-label={label}
      aria-rowcount={total === undefined ? undefined : total + 1}
      className="w-full border-separate border-spacing-0 text-small narrow:block"
    >
      <TableHead table={table} sort={sort} />
      <tbody className="narrow:block">
        {table.getRowModel().rows.map((row, place) => (
          <tr
            key={row.id}
            aria-rowindex={total === undefined ? undefined : before + place + 2}
            aria-current={row.id === currentId ? "true" : undefined}
            className={rowLook}
          >
            {cells(row, rowHref?.(row.original))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!props.csv) return drawn;
  return (
    <>
      {drawn}
      <CsvButton name={props.csv} columns={columns} rows={rows} />
    </>
  );
}

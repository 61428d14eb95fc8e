"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { TwoLines } from "../table/two-lines";
import { EmptyState } from "../ui/empty-state";
import type { TriedLine } from "./tried-line";

const column = columnsOf<TriedLine>();
const COLUMNS = column.columns([
  column.accessor("name", {
    id: "lead",
    header: "Lead",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.who} />,
    meta: { rowLink: true, phone: "main" },
  }),
  column.accessor("holding", {
    id: "holding",
    header: "Held by",
    cell: ({ row: { original } }) => original.holding,
    meta: { grow: true, phone: "under" },
  }),
  column.accessor("stands", {
    id: "stands",
    header: "Judged",
    cell: ({ row: { original } }) => <span className="text-soft">{original.stands}</span>,
    meta: { wideOnly: true },
  }),
  column.accessor("captured", {
    id: "captured",
    header: "Captured",
    meta: { align: "end", phone: "side" },
  }),
]);

type TriedTableProps = { label: string; lines: TriedLine[]; total: number; before: number };

/** The leads behind a number of the trial. */
export function TriedTable({ label, lines, total, before }: TriedTableProps) {
  return (
    <DataTable
      label={label}
      columns={COLUMNS}
      rows={lines}
      rowId={({ id }) => id}
      rowHref={({ href }) => href ?? ""}
      total={total}
      before={before}
      empty={<EmptyState title="No lead is among these." />}
    />
  );
}

"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";

/** A category of a result in printed numbers. */
export type ResultLine = {
  key: string;
  label: string;
  complete: string;
  interval: string;
  partial: string;
  absent: string;
  machine: string;
  window: string;
};

const column = columnsOf<ResultLine>();
const columns = column.columns([
  column.accessor("label", {
    header: "Category",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.label}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("complete", { header: "Complete", meta: { align: "end", phone: "side" } }),
  column.accessor("interval", {
    header: "95% interval",
    cell: ({ row: { original } }) => <span className="text-faint">{original.interval}</span>,
    meta: { align: "end", phone: "underSide" },
  }),
  column.accessor("partial", { header: "Partial", meta: { align: "end" } }),
  column.accessor("absent", { header: "Absent", meta: { align: "end" } }),
  column.accessor("machine", {
    header: "Machine, same leads",
    meta: { align: "end", wideOnly: true },
  }),
  column.accessor("window", {
    header: "Machine, all handoffs",
    meta: { align: "end", phone: "under" },
  }),
]);

/** The shares of a sample with their intervals, beside what the machine counts (A.3). */
export function ResultTable({ rows }: { rows: ResultLine[] }) {
  return (
    <DataTable
      label="Complete, partial, absent"
      csv="result"
      columns={columns}
      rows={rows}
      rowId={({ key }) => key}
      empty={<EmptyState title="Nothing is judged yet." />}
    />
  );
}

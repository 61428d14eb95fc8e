"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";

/** A field that leads of a sample lacked, in printed numbers. */
type FieldLine = {
  fieldId: string;
  label: string;
  category: string;
  count: string;
  share: string;
  interval: string;
};

const column = columnsOf<FieldLine>();
const columns = column.columns([
  column.accessor("label", {
    header: "Field",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.label}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("category", { header: "Category", meta: { phone: "under" } }),
  column.accessor("count", { header: "Leads", meta: { align: "end", phone: "side" } }),
  column.accessor("share", { header: "Share", meta: { align: "end", phone: "underSide" } }),
  column.accessor("interval", {
    header: "95% interval",
    cell: ({ row: { original } }) => <span className="text-faint">{original.interval}</span>,
    meta: { align: "end", wideOnly: true },
  }),
]);

/** By field, what the leads of a sample lacked, the most frequent first (A.3). */
export function FieldTable({ rows }: { rows: FieldLine[] }) {
  return (
    <DataTable
      label="What was missing most"
      csv="missing-most"
      columns={columns}
      rows={rows}
      rowId={({ fieldId }) => fieldId}
      empty={<EmptyState title="Nothing that the standard requires was missing." />}
    />
  );
}

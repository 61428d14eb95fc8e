"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { PhoneWord } from "../table/phone-word";
import { EmptyState } from "../ui/empty-state";
import type { OutcomeLine } from "./outcome-line";

const column = columnsOf<OutcomeLine>();
const columns = column.columns([
  column.accessor("label", {
    header: "Question",
    cell: ({ row: { original } }) => (
      <span className="block min-w-32 font-semibold whitespace-normal">{original.label}</span>
    ),
    meta: { phone: "main" },
  }),
  column.accessor("warm", {
    header: "Warm",
    cell: ({ row }) => <PhoneWord word="warm">{row.original.warm}</PhoneWord>,
    meta: { align: "end", phone: "side" },
  }),
  column.accessor("partial", {
    header: "Partial",
    cell: ({ row }) => <PhoneWord word="partial">{row.original.partial}</PhoneWord>,
    meta: { align: "end", phone: "underSide" },
  }),
  column.accessor("plain", { header: "Points between", meta: { align: "end", wideOnly: true } }),
  column.accessor("within", {
    header: "Within tier and source",
    cell: ({ row }) => <PhoneWord word="within">{row.original.within}</PhoneWord>,
    meta: { align: "end", phone: "lastSide" },
  }),
  column.accessor("says", {
    header: "Says",
    cell: ({ row: { original } }) => (
      <span className="block min-w-40 whitespace-normal">{original.says}</span>
    ),
    meta: { phone: "under" },
  }),
]);

/** Warm against partial handoffs, question by question (R.1). */
export function OutcomeTable({ rows }: { rows: OutcomeLine[] }) {
  return (
    <DataTable
      label="Warm against partial handoffs"
      csv="warm-against-partial"
      columns={columns}
      rows={rows}
      rowId={({ key }) => key}
      empty={<EmptyState title="Nothing has been handed off yet." />}
    />
  );
}

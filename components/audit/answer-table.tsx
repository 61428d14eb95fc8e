"use client";

import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { PhoneWord } from "@/components/table/phone-word";
import { EmptyState } from "@/components/ui/empty-state";
import type { AnswerLine } from "./answer-line";

const column = columnsOf<AnswerLine>();
const columns = column.columns([
  column.accessor("owner", {
    header: "Rep",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.owner}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("leads", { header: "Leads", meta: { align: "end", wideOnly: true } }),
  column.accessor("inTime", {
    header: "In time",
    cell: ({ row }) => <PhoneWord word="in time">{row.original.inTime}</PhoneWord>,
    meta: { align: "end", phone: "side" },
  }),
  column.accessor("interval", {
    header: "95% interval",
    cell: ({ row: { original } }) => <span className="text-faint">{original.interval}</span>,
    meta: { align: "end", wideOnly: true },
  }),
  column.accessor("took", {
    header: "Half within",
    cell: ({ row }) => <PhoneWord word="half within">{row.original.took}</PhoneWord>,
    meta: { align: "end", phone: "under" },
  }),
  column.accessor("givenOn", { header: "Re-routed", meta: { align: "end", wideOnly: true } }),
]);

/** Rep by rep: each lead that was theirs, also one that was taken from them. */
export function AnswerTable({ rows }: { rows: AnswerLine[] }) {
  return (
    <DataTable
      label="First answers, rep by rep"
      csv="first-answers"
      columns={columns}
      rows={rows}
      rowId={(row) => row.owner}
      empty={<EmptyState title="No lead has been routed in these weeks." />}
    />
  );
}

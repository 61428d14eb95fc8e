"use client";

import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClockLine } from "./clock-line";

const column = columnsOf<ClockLine>();
const columns = column.columns([
  column.accessor("from", {
    header: "Week of",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.from}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("leads", { header: "Leads", meta: { align: "end", wideOnly: true } }),
  column.accessor("marketing", { header: "Marketing", meta: { align: "end", phone: "under" } }),
  column.accessor("sales", { header: "Sales", meta: { align: "end", phone: "underSide" } }),
  column.accessor("whole", { header: "Both", meta: { align: "end", phone: "side" } }),
  column.accessor("untried", { header: "No attempt", meta: { align: "end", wideOnly: true } }),
]);

/** Both clocks week by week, the newest first (G.6). */
export function ClockTable({ rows }: { rows: ClockLine[] }) {
  return (
    <details>
      <summary className="opens">Week by week</summary>
      <DataTable
        label="Two clocks, week by week"
        csv="two-clocks"
        columns={columns}
        rows={rows}
        rowId={(row) => row.week}
        empty={<EmptyState title="No lead has been routed yet." />}
      />
    </details>
  );
}

"use client";

import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";

/** A gap in words and printed numbers, as the server made them. */
type GapRow = {
  fieldId: string;
  label: string;
  category: string;
  owner: string;
  count: string;
  share: string;
};

const column = columnsOf<GapRow>();
const columns = column.columns([
  column.accessor("label", {
    header: "Field",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.label}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("category", { header: "Category", meta: { phone: "under" } }),
  column.accessor("owner", { header: "Owner", meta: { wideOnly: true } }),
  column.accessor("count", {
    header: "Missing",
    meta: { align: "end", phone: "side" },
  }),
  column.accessor("share", {
    header: "Of all",
    meta: { align: "end", phone: "underSide" },
  }),
]);

type GapTableProps = { label: string; rows: GapRow[]; calm: string };

/** Which required fields fall short, how often, and whose they are. */
export function GapTable({ label, rows, calm }: GapTableProps) {
  return (
    <DataTable
      label={label}
      csv={label}
      columns={columns}
      rows={rows}
      rowId={(row) => row.fieldId}
      empty={<EmptyState title={calm} />}
    />
  );
}

"use client";

import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { leadAddress } from "@/lib/platform/address";

/** An escalated lead in printed words, as the server made them. */
type EscalatedRow = {
  leadId: string;
  name: string;
  companyName: string;
  owner: string;
  late: string;
};

const column = columnsOf<EscalatedRow>();
const columns = column.columns([
  column.accessor("name", { header: "Lead", meta: { phone: "main", rowLink: true } }),
  column.accessor("companyName", { header: "Company", meta: { phone: "under" } }),
  column.accessor("owner", { header: "Rep", meta: { phone: "underSide" } }),
  column.accessor("late", { header: "Late by", meta: { align: "end", phone: "side" } }),
]);

/** The leads that wait for a first attempt though their rep's time is over, the latest first. */
export function EscalatedTable({ rows }: { rows: EscalatedRow[] }) {
  return (
    <DataTable
      label="Escalated, not tried yet"
      columns={columns}
      rows={rows}
      rowId={(row) => row.leadId}
      rowHref={(row) => leadAddress(row.leadId)}
      empty={<EmptyState title="Every escalated lead has been tried." />}
    />
  );
}

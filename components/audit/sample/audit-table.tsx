"use client";

import { auditAddress } from "@/lib/platform/address";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";
import type { HeadLine } from "./head-line";

const column = columnsOf<HeadLine>();
const columns = column.columns([
  column.accessor("drawn", {
    header: "Drawn",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.drawn}</span>,
    meta: { phone: "main", rowLink: true },
  }),
  column.accessor("window", { header: "Routed", meta: { phone: "under" } }),
  column.accessor("sample", { header: "Sample", meta: { phone: "underSide" } }),
  column.accessor("auditors", { header: "Auditors", meta: { wideOnly: true } }),
  column.accessor("standing", { header: "Standing", meta: { phone: "side" } }),
]);

/** The audits that were drawn, the latest first. */
export function AuditTable({ rows }: { rows: HeadLine[] }) {
  return (
    <DataTable
      label="Audits"
      csv="audits"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={({ id }) => auditAddress(id)}
      empty={
        <EmptyState title="No sample was drawn yet.">
          Twenty leads, judged one by one, show whether complete is what a person calls complete.
        </EmptyState>
      }
    />
  );
}

"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";

/** A field of one author that looked complete and was not, in printed numbers. */
type FakeLine = {
  id: string;
  label: string;
  author: string;
  source: string;
  count: string;
  interval: string;
};

const column = columnsOf<FakeLine>();
const columns = column.columns([
  column.accessor("label", {
    header: "Field",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.label}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("author", { header: "Author", meta: { phone: "under" } }),
  column.accessor("source", { header: "Source", meta: { wideOnly: true } }),
  column.accessor("count", { header: "Not what it seems", meta: { align: "end", phone: "side" } }),
  column.accessor("interval", {
    header: "95% interval",
    cell: ({ row: { original } }) => <span className="text-faint">{original.interval}</span>,
    meta: { align: "end", phone: "underSide" },
  }),
]);

/** Fake completeness by field and author (A.2). */
export function FakeTable({ rows }: { rows: FakeLine[] }) {
  return (
    <DataTable
      label="By field and author"
      csv="fake-completeness"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      empty={<EmptyState title="No auditor found less than the machine counts." />}
    />
  );
}

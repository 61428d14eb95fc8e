"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";
import { StandingCell } from "../standing-cell";
import type { ReadingLine } from "./reading-line";

const column = columnsOf<ReadingLine>();
const columns = column.columns([
  column.accessor("name", { id: "name", header: "What is read", meta: { phone: "main" } }),
  column.display({
    id: "state",
    header: "State",
    cell: ({ row: { original } }) => <StandingCell standing={original.standing} test={null} />,
    meta: { grow: true, phone: "under" },
  }),
  column.accessor("came", {
    id: "came",
    header: "Last came",
    cell: ({ row: { original } }) => <span className="text-soft">{original.came}</span>,
    meta: { wideOnly: true },
  }),
  column.accessor("total", {
    id: "total",
    header: "So far",
    cell: ({ row: { original } }) => <span className="num text-soft">{original.total}</span>,
    meta: {},
  }),
]);

/** How far each stream of a system has been read, what came last, and what stopped it. */
export function ReadingTable({ lines }: { lines: ReadingLine[] }) {
  return (
    <DataTable
      label="What is read"
      columns={columns}
      rows={lines}
      rowId={({ id }) => id}
      empty={<EmptyState title="Nothing is read." />}
    />
  );
}

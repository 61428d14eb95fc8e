"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { EmptyState } from "../ui/empty-state";
import type { ConnectionLine } from "./connection-line";
import { standingColumns } from "./standing-columns";

const column = columnsOf<ConnectionLine>();
const standing = standingColumns<ConnectionLine>();
const columns = column.columns([
  standing.name,
  standing.state,
  standing.day("Answers, last 24 hours"),
  column.accessor("credits", {
    id: "credits",
    header: "Credits",
    cell: ({ row: { original } }) =>
      original.credits ?? <span className="text-faint">not told</span>,
    meta: { align: "end", wideOnly: true },
  }),
  standing.actions,
]);

/** The providers that enrich and verify, connected or built in, and how each is doing. */
export function ConnectionTable({ lines }: { lines: ConnectionLine[] }) {
  return (
    <DataTable
      label="Enrichment and verification"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      empty={
        <EmptyState title="No provider is connected.">
          Leads are judged by what they bring along, until one is.
        </EmptyState>
      }
    />
  );
}

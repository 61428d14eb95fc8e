"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { TwoLines } from "../table/two-lines";
import { EmptyState } from "../ui/empty-state";
import { ConnectionActions } from "./connection-actions";
import type { ConnectionLine } from "./connection-line";
import { StandingCell } from "./standing-cell";

const column = columnsOf<ConnectionLine>();
const columns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Connection",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.about} />,
    meta: { phone: "main" },
  }),
  column.display({
    id: "state",
    header: "State",
    cell: ({ row: { original } }) => <StandingCell {...original} />,
    meta: { grow: true, phone: "under" },
  }),
  column.accessor("day", {
    id: "day",
    header: "Answers, last 24 hours",
    cell: ({ row: { original } }) => <span className="num text-soft">{original.day}</span>,
    meta: {},
  }),
  column.accessor("credits", {
    id: "credits",
    header: "Credits",
    cell: ({ row: { original } }) =>
      original.credits ?? <span className="text-faint">not told</span>,
    meta: { align: "end", wideOnly: true },
  }),
  column.display({
    id: "actions",
    header: "Actions",
    cell: ({ row: { original } }) =>
      original.handle && <ConnectionActions handle={original.handle} />,
    meta: { align: "end", quietHeader: true, phone: "side" },
  }),
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

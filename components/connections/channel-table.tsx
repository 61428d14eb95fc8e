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
    header: "Notices, last 24 hours",
    cell: ({ row: { original } }) => <span className="num text-soft">{original.day}</span>,
    meta: {},
  }),
  column.display({
    id: "actions",
    header: "Actions",
    cell: ({ row: { original } }) =>
      original.handle && <ConnectionActions handle={original.handle} />,
    meta: { align: "end", quietHeader: true, phone: "side" },
  }),
]);

/** The ways to people that are connected, and how each is doing. */
export function ChannelTable({ lines }: { lines: ConnectionLine[] }) {
  return (
    <DataTable
      label="Ways to people"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      empty={
        <EmptyState title="Nobody is told anything outside of Baton yet.">
          Connect email, Slack or Teams; then everybody chooses under Settings what they are told.
        </EmptyState>
      }
    />
  );
}

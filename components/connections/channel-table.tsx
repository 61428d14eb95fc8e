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
  standing.day("Notices, last 24 hours"),
  standing.actions,
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

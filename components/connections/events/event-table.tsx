"use client";

import { eventAddress } from "@/lib/platform/address";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";
import { eventColumns } from "./event-columns";
import type { EventLine } from "./event-line";

const column = columnsOf<EventLine>();
const shared = eventColumns<EventLine>();
const columns = column.columns([
  shared.at("Arrived"),
  shared.state,
  shared.words,
  column.accessor("key", {
    id: "key",
    header: "Event",
    cell: ({ row: { original } }) => (
      <span title={original.key} className="block max-w-40 truncate font-mono text-faint">
        {original.key}
      </span>
    ),
    meta: { wideOnly: true },
  }),
  column.accessor("size", {
    id: "size",
    header: "Size",
    cell: ({ row: { original } }) => <span className="num text-faint">{original.size}</span>,
    meta: { align: "end" },
  }),
]);

type EventTableProps = {
  connectionId: string;
  lines: EventLine[];
  /** True where a filter leaves some out. */
  filtered: boolean;
};

/** What one connection sent, the latest first. */
export function EventTable({ connectionId, lines, filtered }: EventTableProps) {
  return (
    <DataTable
      label="Events"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => eventAddress(connectionId, line.id)}
      empty={
        filtered ? (
          <EmptyState title="No event is like that.">Choose another state or more time.</EmptyState>
        ) : (
          <EmptyState title="Nothing came yet.">
            Give its address to the system; what it sends shows here as it comes.
          </EmptyState>
        )
      }
    />
  );
}

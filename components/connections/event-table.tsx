"use client";

import { eventAddress } from "@/lib/platform/address";
import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { EmptyState } from "../ui/empty-state";
import type { EventLine } from "./event-line";

const TONES = { calm: "text-soft", warn: "font-medium text-warn", bad: "font-medium text-bad" };

const column = columnsOf<EventLine>();
const columns = column.columns([
  column.accessor("at", {
    id: "at",
    header: "Arrived",
    cell: ({ row: { original } }) => (
      <time title={original.exact} className="num">
        {original.at}
      </time>
    ),
    meta: { phone: "main", rowLink: true },
  }),
  column.accessor("state", {
    id: "state",
    header: "State",
    cell: ({ row: { original } }) => <span className={TONES[original.tone]}>{original.state}</span>,
    meta: { phone: "side" },
  }),
  column.accessor("words", {
    id: "words",
    header: "What became of it",
    cell: ({ row: { original } }) => <span title={original.words}>{original.words}</span>,
    meta: { grow: true, phone: "under" },
  }),
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

"use client";

import { eventAddress } from "@/lib/platform/address";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";
import { EmptyState } from "../../ui/empty-state";
import { eventColumns } from "./event-columns";
import type { OutgoingLine } from "./outgoing-line";

const column = columnsOf<OutgoingLine>();
const shared = eventColumns<OutgoingLine>();
const columns = column.columns([
  shared.at("Written down"),
  column.display({
    id: "lead",
    header: "Lead",
    cell: ({ row: { original } }) => <TwoLines first={original.lead} second={original.what} />,
    meta: { phone: "under" },
  }),
  shared.state,
  // On a phone it stands under the lead.
  { ...shared.words, meta: { grow: true, phone: "last" } },
  column.display({
    id: "tries",
    header: "Tries",
    cell: ({ row: { original } }) => <span className="num text-faint">{original.tries}</span>,
    meta: { align: "end" },
  }),
]);

type OutgoingTableProps = {
  connectionId: string;
  lines: OutgoingLine[];
  /** True where a filter leaves some out. */
  filtered: boolean;
  /** True where nothing more goes out by it. */
  ended?: boolean;
};

/** What goes out by one connection, or went out before it ended, the latest first. */
export function OutgoingTable({ connectionId, lines, filtered, ended }: OutgoingTableProps) {
  return (
    <DataTable
      label="What goes out"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => eventAddress(connectionId, line.id)}
      empty={
        filtered ? (
          <EmptyState title="Nothing is like that.">Choose another state or more time.</EmptyState>
        ) : ended ? (
          <EmptyState title="Nothing is kept.">
            It was sent nothing, or it is too long ago: what went out is kept for 90 days.
          </EmptyState>
        ) : (
          <EmptyState title="Nothing went out yet.">
            Each handoff, its rep’s answer and later notes show here as they go out.
          </EmptyState>
        )
      }
    />
  );
}

"use client";

import { connectionAddress } from "@/lib/platform/address";
import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { TwoLines } from "../table/two-lines";
import { CopyButton } from "../ui/copy-button";
import { EmptyState } from "../ui/empty-state";
import { ConnectionActions } from "./connection-actions";
import type { SenderLine } from "./sender-line";
import { StandingCell } from "./standing-cell";

const column = columnsOf<SenderLine>();
const columns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Connection",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.about} />,
    meta: { phone: "main", rowLink: true },
  }),
  column.display({
    id: "state",
    header: "State",
    cell: ({ row: { original } }) => <StandingCell {...original} />,
    meta: { phone: "under" },
  }),
  column.accessor("address", {
    id: "address",
    header: "Calls this address",
    cell: ({
      row: {
        original: { address, name },
      },
    }) =>
      address ? (
        <span className="flex items-center gap-2">
          <span className="min-w-0 text-label wrap-anywhere whitespace-normal">{address}</span>
          <CopyButton text={address} label={`Copy the address of ${name}`} />
        </span>
      ) : (
        <span className="text-faint">None: it is read</span>
      ),
    // Nobody sets up another system from a phone.
    meta: { grow: true },
  }),
  column.accessor("day", {
    id: "day",
    header: "Last 24 hours",
    cell: ({
      row: {
        original: { day, refused },
      },
    }) => (
      <span className="num text-soft">
        {day}
        {refused && <span className="block whitespace-normal text-bad">{refused}</span>}
      </span>
    ),
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

/** The systems that call us, and what came of each. */
export function SenderTable({ lines }: { lines: SenderLine[] }) {
  return (
    <DataTable
      label="Systems that send"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => connectionAddress(line.id)}
      empty={
        <EmptyState title="No system sends by webhook yet.">
          Connect Mautic, Zapier or any sender that signs its calls; it gets an address of its own.
        </EmptyState>
      }
    />
  );
}

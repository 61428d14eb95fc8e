"use client";

import { connectionAddress } from "@/lib/platform/address";
import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { CopyButton } from "../ui/copy-button";
import { EmptyState } from "../ui/empty-state";
import type { SenderLine } from "./sender-line";
import { standingColumns } from "./standing-columns";

const column = columnsOf<SenderLine>();
const standing = standingColumns<SenderLine>();
const columns = column.columns([
  { ...standing.name, meta: { phone: "main", rowLink: true } },
  { ...standing.state, meta: { phone: "under" } },
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
  standing.actions,
]);

/** The systems that call us or are read, and what came of each. */
export function SenderTable({ lines }: { lines: SenderLine[] }) {
  return (
    <DataTable
      label="Systems that send"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => connectionAddress(line.id)}
      empty={
        <EmptyState title="No system sends to Baton yet.">
          Connect HubSpot, Marketo, Account Engagement, Mautic or Zapier, or whoever signs their
          calls.
        </EmptyState>
      }
    />
  );
}

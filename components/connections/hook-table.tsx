"use client";

import { connectionAddress } from "@/lib/platform/address";
import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { EmptyState } from "../ui/empty-state";
import type { HookLine } from "./hook-line";
import { standingColumns } from "./standing-columns";

const column = columnsOf<HookLine>();
const standing = standingColumns<HookLine>();
const columns = column.columns([
  { ...standing.name, meta: { phone: "main", rowLink: true } },
  standing.state,
  column.accessor("events", {
    id: "events",
    header: "Events",
    cell: ({ row: { original } }) => (
      <span className="block max-w-72 min-w-48 whitespace-normal text-soft narrow:max-w-none narrow:min-w-0">
        {original.events}
      </span>
    ),
    meta: { phone: "last" },
  }),
  standing.day("Sent, last 24 hours"),
  standing.actions,
]);

/** The addresses that subscribed by the API, and how what goes out to each is doing. */
export function HookTable({ lines }: { lines: HookLine[] }) {
  return (
    <DataTable
      label="Hooks"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => connectionAddress(line.id)}
      empty={
        <EmptyState title="Nothing is subscribed.">
          With a key that may be told of handoffs, Zapier and others subscribe an address by the
          API, and each handoff, its rep’s answer and later notes are posted there.
        </EmptyState>
      }
    />
  );
}

"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { TwoLines } from "../table/two-lines";
import { EmptyState } from "../ui/empty-state";
import { PlainLink } from "../ui/plain-link";
import { ConnectionActions } from "./connection-actions";
import type { CrmLine } from "./crm-line";
import { StandingCell } from "./standing-cell";

const column = columnsOf<CrmLine>();
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
  column.display({
    id: "map",
    header: "Field map",
    cell: ({ row: { original } }) => (
      <PlainLink
        href={original.map.href}
        aria-label={`${original.map.words}, field map of ${original.name}`}
        className="underline underline-offset-3"
      >
        {original.map.words}
      </PlainLink>
    ),
    meta: {},
  }),
  column.accessor("day", {
    id: "day",
    header: "Records, last 24 hours",
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

/** The CRMs that reps work in, and how what goes out to each is doing. */
export function CrmTable({ lines }: { lines: CrmLine[] }) {
  return (
    <DataTable
      label="CRM"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      empty={
        <EmptyState title="No CRM is connected.">
          Connect Salesforce, and every handoff is there too, on the record that its rep works from.
        </EmptyState>
      }
    />
  );
}

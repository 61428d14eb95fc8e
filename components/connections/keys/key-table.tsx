"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";
import { EmptyState } from "../../ui/empty-state";
import { RevokeKey } from "./revoke-key";

/** A key as the list shows it; its secret is not kept. */
type KeyLine = { id: string; name: string; opens: string; created: string; used: string };

const column = columnsOf<KeyLine>();
const columns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Key",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.opens} />,
    meta: { grow: true, phone: "main" },
  }),
  column.accessor("created", {
    id: "created",
    header: "Created",
    cell: ({ row: { original } }) => <span className="num text-faint">{original.created}</span>,
    meta: { phone: "under" },
  }),
  column.accessor("used", {
    id: "used",
    header: "Last used",
    cell: ({ row: { original } }) => <span className="num text-faint">{original.used}</span>,
    meta: { phone: "underSide" },
  }),
  column.display({
    id: "revoke",
    header: "Revoke",
    cell: ({ row: { original } }) => <RevokeKey id={original.id} name={original.name} />,
    meta: { align: "end", quietHeader: true, phone: "side" },
  }),
]);

/** The keys in force. */
export function KeyTable({ lines }: { lines: KeyLine[] }) {
  return (
    <DataTable
      label="Keys"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      empty={
        <EmptyState title="There is no key yet.">
          Nothing can send to Baton until there is one.
        </EmptyState>
      }
    />
  );
}

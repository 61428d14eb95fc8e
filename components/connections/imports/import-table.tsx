"use client";

import { importAddress, importRunAddress } from "@/lib/platform/address";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";
import { ButtonLink } from "../../ui/button-link";
import { EmptyState } from "../../ui/empty-state";
import type { ImportLine } from "./import-line";

const column = columnsOf<ImportLine>();
const columns = column.columns([
  column.accessor("fileName", {
    id: "file",
    header: "File",
    cell: ({ row: { original } }) => (
      <TwoLines first={original.fileName} second={`${original.what}, by ${original.by}`} />
    ),
    meta: { rowLink: true, grow: true, phone: "main" },
  }),
  column.accessor("taken", {
    id: "rows",
    header: "Rows",
    cell: ({ row: { original } }) => (
      <span className="num text-soft">
        {original.taken}
        {original.taken && original.refused && ", "}
        {original.refused && <span className="text-bad">{original.refused}</span>}
      </span>
    ),
    meta: { phone: "under" },
  }),
  column.accessor("state", {
    id: "state",
    header: "State",
    cell: ({ row: { original } }) => (
      <span className={original.stopped ? "text-bad" : undefined}>{original.state}</span>
    ),
    meta: { phone: "underSide" },
  }),
  column.accessor("at", {
    id: "at",
    header: "Started",
    cell: ({ row: { original } }) => (
      <time title={original.exact} className="num text-faint">
        {original.at}
      </time>
    ),
    meta: { align: "end", phone: "side" },
  }),
]);

/** The latest imports. */
export function ImportTable({ lines }: { lines: ImportLine[] }) {
  return (
    <DataTable
      label="Imports"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => importRunAddress(line.id)}
      empty={
        <EmptyState
          title="No file was imported yet."
          action={<ButtonLink href={importAddress()}>Import a file</ButtonLink>}
        >
          Leads, what they did, and the deals they became can come from any CSV file.
        </EmptyState>
      }
    />
  );
}

"use client";

import { connectionAddress } from "@/lib/platform/address";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";
import { standingColumns } from "../standing-columns";
import type { CrmLine } from "./crm-line";

const column = columnsOf<CrmLine>();
const standing = standingColumns<CrmLine>();
const columns = column.columns([
  { ...standing.name, meta: { phone: "main", rowLink: true } },
  standing.state,
  column.display({
    id: "map",
    header: "Field map",
    cell: ({ row: { original } }) => (
      <a
        href={original.map.href}
        aria-label={`${original.map.words}, field map of ${original.name}`}
        className="underline underline-offset-3"
      >
        {original.map.words}
      </a>
    ),
    meta: {},
  }),
  standing.day("Records, last 24 hours"),
  standing.actions,
]);

/** The CRMs that reps work in, and how what goes out to each is doing. */
export function CrmTable({ lines }: { lines: CrmLine[] }) {
  return (
    <DataTable
      label="CRM"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      rowHref={(line) => connectionAddress(line.id)}
      empty={
        <EmptyState title="No CRM is connected.">
          Connect Salesforce, HubSpot CRM or Pipedrive, and every handoff is there too, on the
          record that its rep works from.
        </EmptyState>
      }
    />
  );
}

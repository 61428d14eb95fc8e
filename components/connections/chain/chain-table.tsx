"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";

/** A step in words, for who may look at the chain and not change it. */
export type ChainLine = {
  id: string;
  place: number;
  name: string;
  lookup: string;
  asked: string;
  limit: string;
  kept: string;
  fills: string;
};

const column = columnsOf<ChainLine>();
const columns = column.columns([
  column.accessor("place", { header: "Order", meta: { align: "end" } }),
  column.accessor("name", {
    header: "Step",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.lookup} />,
    meta: { phone: "main" },
  }),
  column.accessor("asked", { header: "Asked", meta: { phone: "side" } }),
  column.accessor("limit", { header: "Longest wait", meta: { align: "end", phone: "underSide" } }),
  column.accessor("kept", { header: "Answers kept", meta: { align: "end" } }),
  column.accessor("fills", {
    header: "Fills",
    cell: ({ row: { original } }) => (
      <span className="block whitespace-normal">{original.fills}</span>
    ),
    meta: { grow: true, phone: "under" },
  }),
]);

export function ChainTable({ lines }: { lines: ChainLine[] }) {
  return (
    <DataTable
      label="Enrichment chain"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      empty={null}
    />
  );
}

"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";
import { Bar } from "../../ui/bar";
import { EmptyState } from "../../ui/empty-state";
import type { FieldMapLine } from "./field-map-line";

const NEVER = <span className="text-faint">never</span>;

function Filled({ line }: { line: FieldMapLine }) {
  if (line.filled === null) return <span className="text-faint">no lead yet</span>;
  return (
    <span className="flex items-center justify-end gap-2.5">
      <span className="w-16 max-lg:hidden">
        <Bar ratio={line.share} thin />
      </span>
      <span className="num w-10 text-right">{line.filled}</span>
    </span>
  );
}

const column = columnsOf<FieldMapLine>();
const columns = column.columns([
  column.accessor("label", {
    id: "field",
    header: "Field",
    cell: ({ row: { original } }) => <TwoLines first={original.label} second={original.asked} />,
    meta: { phone: "main" },
  }),
  column.accessor("from", {
    id: "from",
    header: "Comes from",
    cell: ({ row: { original } }) => (
      <>
        <span className="block truncate">{original.from}</span>
        {original.also && <span className="block truncate text-faint">{original.also}</span>}
      </>
    ),
    meta: { wideOnly: true },
  }),
  column.accessor("filled", {
    id: "filled",
    header: "Filled",
    cell: ({ row: { original } }) => <Filled line={original} />,
    meta: { align: "end", phone: "side" },
  }),
  column.accessor("arrived", {
    id: "arrived",
    header: "Arrived by",
    cell: ({ row: { original } }) => (
      <span className="block whitespace-normal text-soft">{original.arrived}</span>
    ),
    meta: { grow: true, phone: "under" },
  }),
  column.accessor("last", {
    id: "last",
    header: "Last arrived",
    cell: ({ row: { original } }) =>
      original.last ? <time title={original.lastExact}>{original.last}</time> : NEVER,
    meta: { align: "end", phone: "underSide" },
  }),
  column.accessor("age", {
    id: "age",
    header: "Half are older than",
    cell: ({ row: { original } }) => original.age ?? NEVER,
    meta: { align: "end" },
  }),
  column.display({
    id: "to",
    header: "Goes to",
    cell: ({ row: { original } }) => (
      <>
        <span className="block text-soft">Handoff, API</span>
        {original.to.map((one) => (
          <span key={one} className="block truncate">
            {one}
          </span>
        ))}
      </>
    ),
    meta: { wideOnly: true },
  }),
]);

/** Every field of the checklist: where it comes from and goes to, how often, how, and how old (M.1). */
export function FieldMapTable({ lines }: { lines: FieldMapLine[] }) {
  return (
    <DataTable
      label="Field map"
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      empty={<EmptyState title="There are no fields." />}
    />
  );
}

"use client";

import { CATEGORIES, type Completeness } from "@/lib/standard/categories";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";
import { EmptyState } from "../../ui/empty-state";
import { Marks } from "../../ui/mark";

/** A handoff behind a point, as its row says it. */
export type ShortLine = {
  id: string;
  href: string;
  name: string;
  company: string;
  rep: string;
  routed: string;
  completeness: Completeness;
  /** The required fields that fell short, in words. */
  missing: string;
};

const column = columnsOf<ShortLine>();
const columns = column.columns([
  column.accessor("name", {
    header: "Lead",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.company} />,
    meta: { phone: "main", rowLink: true },
  }),
  column.accessor("missing", {
    header: "Fell short",
    cell: ({ row: { original } }) => (
      <span className="whitespace-normal text-soft">{original.missing || "–"}</span>
    ),
    meta: { grow: true },
  }),
  column.accessor("completeness", {
    header: "Documented",
    cell: ({ row: { original } }) => (
      <Marks
        marks={CATEGORIES.map(({ key, label: name }) => ({
          name,
          state: original.completeness[key],
        }))}
      />
    ),
    meta: { phone: "side" },
  }),
  column.accessor("rep", { header: "Rep", meta: { phone: "under" } }),
  column.accessor("routed", { header: "Routed", meta: { align: "end", phone: "underSide" } }),
]);

/** The handoffs behind one point of a trend (A.6). */
export function ShortTable({ rows }: { rows: ShortLine[] }) {
  return (
    <DataTable
      label="Handoffs behind the point"
      csv="handoffs-behind-the-point"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowHref={({ href }) => href}
      empty={<EmptyState title="No handoff fell short here." />}
    />
  );
}

"use client";

import type { Completeness } from "@/lib/standard/categories";
import { CATEGORIES } from "@/lib/standard/categories";
import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { TwoLines } from "../../table/two-lines";
import { EmptyState } from "../../ui/empty-state";
import { Marks } from "../../ui/mark";

/** A lead of a sample as its row says it. */
export type LeadLine = {
  place: number;
  href: string;
  name: string;
  company: string;
  rep: string;
  routed: string;
  machine: Completeness;
  /** The auditor's verdicts, once all five are given and may be seen. */
  person: Completeness | null;
  standing: string;
};

const marksOf = (verdicts: Completeness) =>
  CATEGORIES.map(({ key, label }) => ({ name: label, state: verdicts[key] }));

const column = columnsOf<LeadLine>();
const columns = column.columns([
  column.accessor("place", { header: "No.", meta: { align: "end", width: "roomy:w-12" } }),
  column.accessor("name", {
    header: "Lead",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.company} />,
    meta: { phone: "main", rowLink: true, grow: true },
  }),
  column.accessor("rep", { header: "Rep", meta: { phone: "under" } }),
  column.accessor("routed", { header: "Routed", meta: { wideOnly: true } }),
  column.accessor("machine", {
    header: "Machine",
    cell: ({ row: { original } }) => <Marks marks={marksOf(original.machine)} />,
    meta: { wideOnly: true },
  }),
  column.accessor("person", {
    header: "Auditor",
    cell: ({ row: { original } }) =>
      original.person ? (
        <Marks marks={marksOf(original.person)} />
      ) : (
        <span className="text-faint">–</span>
      ),
    meta: { phone: "underSide" },
  }),
  column.accessor("standing", { header: "Standing", meta: { phone: "side" } }),
]);

/** The sample in the order of drawing; each leads to its own page. */
export function LeadTable({ rows }: { rows: LeadLine[] }) {
  return (
    <DataTable
      label="The sample"
      columns={columns}
      rows={rows}
      rowId={({ place }) => String(place)}
      rowHref={({ href }) => href}
      empty={<EmptyState title="There is no lead in this sample." />}
    />
  );
}

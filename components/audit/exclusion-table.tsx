"use client";

import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { PhoneWord } from "@/components/table/phone-word";
import { EmptyState } from "@/components/ui/empty-state";
import { Flag } from "@/components/ui/flag";

/** A rule's counts in words and printed numbers, as the server made them. */
type ExclusionRow = {
  rule: string;
  label: string;
  why: string;
  count: string;
  share: string;
  before: string;
  broughtBack: string;
  suspicious: boolean;
};

const column = columnsOf<ExclusionRow>();
const columns = column.columns([
  column.accessor("label", {
    header: "Rule",
    cell: ({ row: { original } }) => (
      <>
        <span className="font-semibold" title={original.why}>
          {original.label}
        </span>
        {original.suspicious && (
          <>
            {" "}
            <Flag>Look at this</Flag>
          </>
        )}
      </>
    ),
    meta: { phone: "main" },
  }),
  column.accessor("count", {
    header: "Left out",
    cell: ({ row }) => <PhoneWord word="left out">{row.original.count}</PhoneWord>,
    meta: { align: "end", phone: "side" },
  }),
  column.accessor("share", {
    header: "Of all",
    cell: ({ row }) => <PhoneWord word="of all">{row.original.share}</PhoneWord>,
    meta: { align: "end", phone: "underSide" },
  }),
  column.accessor("before", { header: "30 days before", meta: { align: "end", wideOnly: true } }),
  column.accessor("broughtBack", {
    header: "Brought back",
    cell: ({ row }) => <PhoneWord word="brought back">{row.original.broughtBack}</PhoneWord>,
    meta: { align: "end", phone: "under" },
  }),
]);

/** What each exclusion rule took out of the trails, so that one that eats good data is seen. */
export function ExclusionTable({ rows }: { rows: ExclusionRow[] }) {
  return (
    <DataTable
      label="Left out of trails"
      csv="left-out"
      columns={columns}
      rows={rows}
      rowId={(row) => row.rule}
      empty={<EmptyState title="No rule left anything out." />}
    />
  );
}

"use client";

import { columnsOf } from "../../table/column-look";
import { DataTable } from "../../table/data-table";
import { EmptyState } from "../../ui/empty-state";
import { PhraseActions } from "./phrase-actions";
import type { PhraseLine } from "./phrase-line";

const column = columnsOf<PhraseLine>();
const columns = column.columns([
  column.accessor("text", { id: "text", header: "Phrase", meta: { grow: true, phone: "main" } }),
  column.accessor("used", {
    id: "used",
    header: "On",
    cell: ({ row: { original } }) => <span className="num text-soft">{original.used}</span>,
    meta: { phone: "underSide" },
  }),
  column.accessor("withIt", {
    id: "with",
    header: "Accepted with it",
    cell: ({ row: { original } }) => <span className="num">{original.withIt}</span>,
    meta: { phone: "under" },
  }),
  column.accessor("withoutIt", {
    id: "without",
    header: "Accepted without it",
    cell: ({ row: { original } }) => <span className="num text-soft">{original.withoutIt}</span>,
    meta: {},
  }),
  column.display({
    id: "actions",
    header: "Actions",
    cell: ({ row: { original } }) => <PhraseActions id={original.id} text={original.text} />,
    meta: { align: "end", quietHeader: true, phone: "side" },
  }),
]);

/** The team's phrases, their use, and whether leads with them were accepted more often (C5.4). */
export function PhraseTable({ lines }: { lines: PhraseLine[] }) {
  return (
    <DataTable
      label="Phrases"
      columns={columns}
      rows={lines}
      rowId={({ id }) => id}
      empty={
        <EmptyState title="The library is empty.">
          What is flagged often is worth a phrase: then one press sets it.
        </EmptyState>
      }
    />
  );
}

"use client";

import type { VerdictRow } from "@/lib/enrichment/verification/verdicts";
import { EMAIL_REASONS } from "@/lib/standard/values/deliverability";
import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";

const TONES = {
  deliverable: "text-good",
  risky: "text-warn",
  undeliverable: "text-bad",
  unknown: "text-soft",
} as const;

const column = columnsOf<VerdictRow>();
const columns = column.columns([
  column.accessor("state", {
    id: "state",
    header: "It says",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.state}</span>,
    meta: { phone: "main" },
  }),
  column.accessor("subState", {
    id: "subState",
    header: "And",
    cell: ({ row: { original } }) =>
      original.subState ?? <span className="text-faint">anything else</span>,
    meta: { phone: "under" },
  }),
  column.accessor("deliverability", {
    id: "deliverability",
    header: "Taken as",
    cell: ({ row: { original } }) => (
      <span className={`font-medium ${TONES[original.deliverability]}`}>
        {original.deliverability}
      </span>
    ),
    meta: { phone: "side" },
  }),
  column.accessor("reason", {
    id: "reason",
    header: "Because",
    cell: ({ row: { original } }) => (
      <span title={EMAIL_REASONS[original.reason]}>{EMAIL_REASONS[original.reason]}</span>
    ),
    meta: { grow: true },
  }),
  column.accessor("retry", {
    id: "retry",
    header: "Then",
    cell: ({ row: { original } }) =>
      original.retry ? "asked again later" : <span className="text-faint">kept</span>,
    meta: { phone: "underSide" },
  }),
]);

type VerdictTableProps = { label: string; rows: VerdictRow[] };

/** What the answers of a verifier are taken for (C1.4). */
export function VerdictTable({ label, rows }: VerdictTableProps) {
  return (
    <DataTable
      label={`Answers of ${label}`}
      columns={columns}
      rows={rows}
      rowId={({ state, subState }) => `${state} ${subState}`}
      empty={null}
    />
  );
}

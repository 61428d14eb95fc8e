"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { PhoneWord } from "../table/phone-word";
import { EmptyState } from "../ui/empty-state";

type TimesRow = { label: string; warm: string; partial: string; shift: string };
const time = columnsOf<TimesRow>();
const timeColumns = time.columns([
  time.accessor("label", {
    header: "Half of the leads within",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.label}</span>,
    meta: { phone: "main" },
  }),
  time.accessor("warm", {
    header: "Warm",
    cell: ({ row }) => <PhoneWord word="warm">{row.original.warm}</PhoneWord>,
    meta: { align: "end", phone: "side" },
  }),
  time.accessor("partial", {
    header: "Partial",
    cell: ({ row }) => <PhoneWord word="partial">{row.original.partial}</PhoneWord>,
    meta: { align: "end", phone: "underSide" },
  }),
  time.accessor("shift", {
    header: "Says",
    cell: ({ row: { original } }) => (
      <span className="block min-w-40 whitespace-normal">{original.shift}</span>
    ),
    meta: { phone: "under" },
  }),
]);

/** How long it took, at the median with its interval (R.1). */
export function TimesTable({ rows }: { rows: TimesRow[] }) {
  return (
    <DataTable
      label="How long it took"
      csv="how-long-it-took"
      columns={timeColumns}
      rows={rows}
      rowId={({ label }) => label}
      empty={null}
    />
  );
}

type StratumRow = { stratum: string; warm: string; partial: string };
const stratum = columnsOf<StratumRow>();
const stratumColumns = stratum.columns([
  stratum.accessor("stratum", {
    header: "Tier and source",
    cell: ({ row: { original } }) => (
      <span className="inline-block first-letter:uppercase">{original.stratum}</span>
    ),
    meta: { phone: "main" },
  }),
  stratum.accessor("warm", {
    header: "Warm",
    cell: ({ row }) => <PhoneWord word="warm">{row.original.warm}</PhoneWord>,
    meta: { align: "end", phone: "side" },
  }),
  stratum.accessor("partial", {
    header: "Partial",
    cell: ({ row }) => <PhoneWord word="partial">{row.original.partial}</PhoneWord>,
    meta: { align: "end", phone: "underSide" },
  }),
]);

/** How many leads each stratum has; only one with both kinds can be compared (R.1). */
export function StratumTable({ rows }: { rows: StratumRow[] }) {
  return (
    <DataTable
      label="Strata"
      csv="strata"
      columns={stratumColumns}
      rows={rows}
      rowId={(row) => row.stratum}
      empty={<EmptyState title="There are no leads to compare yet." />}
    />
  );
}

type ResearchRow = { fieldId: string; label: string; times: string; hours: string };
const research = columnsOf<ResearchRow>();
const researchColumns = research.columns([
  research.accessor("label", {
    header: "Field",
    cell: ({ row: { original } }) => <span className="font-semibold">{original.label}</span>,
    meta: { phone: "main" },
  }),
  research.accessor("times", {
    header: "Looked up",
    cell: ({ row }) => <PhoneWord word="looked up">{row.original.times}</PhoneWord>,
    meta: { align: "end", phone: "underSide" },
  }),
  research.accessor("hours", {
    header: "Hours a month",
    cell: ({ row }) => <PhoneWord word="hours a month">{row.original.hours}</PhoneWord>,
    meta: { align: "end", phone: "side" },
  }),
]);

/** What reps look up, and what it costs: what to fix first (R.2). */
export function ResearchTable({ rows }: { rows: ResearchRow[] }) {
  return (
    <DataTable
      label="Research by field"
      csv="research-by-field"
      columns={researchColumns}
      rows={rows}
      rowId={({ fieldId }) => fieldId}
      empty={<EmptyState title="No rep has told of research yet." />}
    />
  );
}

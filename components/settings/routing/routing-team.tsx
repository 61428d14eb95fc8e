"use client";

import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { TwoLines } from "@/components/table/two-lines";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "../../ui/section";
import { MemberHours, type MemberHoursLine } from "./member-hours";
import { MemberDialog } from "./routing-member";

/** A rep as routing's page lists them. `standing` says whether they can get leads now. */
export type TeamLine = {
  id: string;
  name: string;
  territoryName: string;
  territory: string;
  languages: string;
  products: string;
  segments: readonly string[];
  skills: string;
  cap: number | null;
  open: string;
  weight: number;
  standing: string;
  free: boolean;
  /** For those who may change them. */
  hours: MemberHoursLine | null;
};

/** What the dialogs of the table need beside the row. */
type Around = { allSegments: readonly { id: string; name: string }[]; editable: boolean };

const column = columnsOf<TeamLine & Around>();
const columns = column.columns([
  column.accessor("name", {
    header: "Rep",
    cell: ({ row: { original } }) => (
      <TwoLines first={original.name} second={original.territoryName} />
    ),
    meta: { phone: "main" },
  }),
  column.accessor("skills", {
    header: "Skills",
    cell: ({ row: { original } }) => (
      <span className="block min-w-40 whitespace-normal">{original.skills}</span>
    ),
    meta: { wideOnly: true },
  }),
  column.accessor("standing", {
    header: "Now",
    cell: ({ row: { original } }) => (
      <span className={original.free ? undefined : "text-warn"}>{original.standing}</span>
    ),
    meta: { phone: "under" },
  }),
  column.accessor("open", { header: "Open leads", meta: { align: "end", wideOnly: true } }),
  column.accessor("weight", { header: "Weight", meta: { align: "end", wideOnly: true } }),
  column.display({
    id: "edit",
    header: "Routing",
    cell: ({ row: { original } }) =>
      original.editable && (
        <span className="inline-flex">
          {original.hours && <MemberHours name={original.name} line={original.hours} />}
          <MemberDialog member={original} segments={original.allSegments} />
        </span>
      ),
    meta: { align: "end", phone: "side" },
  }),
]);

/** Everybody who can get leads, with what the rules know of them. */
export function RoutingTeam({ team, ...around }: { team: readonly TeamLine[] } & Around) {
  return (
    <Section title="Reps" className="mt-6">
      <DataTable
        label="Reps"
        columns={columns}
        rows={team.map((line) => ({ ...line, ...around }))}
        rowId={({ id }) => id}
        empty={<EmptyState title="There is no rep yet." />}
      />
    </Section>
  );
}

"use client";

import { useMemo } from "react";
import { columnsOf } from "@/components/table/column-look";
import { DataTable } from "@/components/table/data-table";
import { TwoLines } from "@/components/table/two-lines";
import { EmptyState } from "@/components/ui/empty-state";
import type { ReaderChoices } from "@/lib/access/reader/choices";
import { zoneWords } from "@/lib/access/reader/zone-names";
import type { Role } from "@/lib/access/roles";
import { PersonActions } from "./person-actions";

/** A person as the settings list them. */
export type PersonLine = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  territory: string | null;
  timeZone: string;
  locale: string;
};

const column = columnsOf<PersonLine>();
const columnsWith = (choices: ReaderChoices) =>
  column.columns([
    column.accessor("name", {
      header: "Person",
      cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.email} />,
      meta: { phone: "main" },
    }),
    column.accessor("territory", {
      header: "Territory",
      cell: ({ row: { original } }) => original.territory ?? "",
      meta: { wideOnly: true },
    }),
    column.accessor("timeZone", {
      header: "Time zone",
      cell: ({ row: { original } }) => zoneWords(original.timeZone),
      meta: { wideOnly: true },
    }),
    column.accessor("active", {
      header: "Access",
      cell: ({ row: { original } }) =>
        original.active ? "Active" : <span className="text-faint">No access</span>,
      meta: { phone: "under" },
    }),
    column.accessor("role", {
      header: "Role and access",
      cell: ({ row: { original } }) => <PersonActions person={original} choices={choices} />,
      meta: { align: "end", phone: "side" },
    }),
  ]);

/** Everyone who may sign in, with what they are. */
export function People({ people, choices }: { people: PersonLine[]; choices: ReaderChoices }) {
  const columns = useMemo(() => columnsWith(choices), [choices]);
  return (
    <DataTable
      label="People"
      columns={columns}
      rows={people}
      rowId={(person) => person.id}
      empty={<EmptyState title="Nobody is here yet." />}
    />
  );
}

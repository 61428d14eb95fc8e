"use client";

import type { QueueList } from "@/lib/queue/view";
import { DataTable } from "../table/data-table";
import type { Sort } from "../table/sorting";
import { ACCEPTED_COLUMNS, OPEN_COLUMNS, RETURNED_COLUMNS } from "./columns";
import { QueueEmpty } from "./queue-empty";
import type { QueueLine } from "./queue-line";

const columns = { open: OPEN_COLUMNS, accepted: ACCEPTED_COLUMNS, returned: RETURNED_COLUMNS };
const labels = {
  open: "Your queue",
  accepted: "Leads you accepted",
  returned: "Leads you sent back",
};

type QueueTableProps = {
  list: QueueList;
  lines: QueueLine[];
  sort: Sort;
  total: number;
  before: number;
  currentId: string | undefined;
  /** Where all of the list is, when filters hide it. */
  unfilteredHref: string | undefined;
};

export function QueueTable(props: QueueTableProps) {
  const { list, lines, sort, total, before, currentId, unfilteredHref } = props;
  return (
    <DataTable
      label={labels[list]}
      columns={columns[list]}
      rows={lines}
      rowId={({ leadId }) => leadId}
      rowHref={({ href }) => href}
      currentId={currentId}
      sort={sort}
      total={total}
      before={before}
      empty={<QueueEmpty list={list} unfilteredHref={unfilteredHref} />}
    />
  );
}

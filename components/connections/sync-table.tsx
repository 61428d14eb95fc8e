"use client";

import { columnsOf } from "../table/column-look";
import { DataTable } from "../table/data-table";
import { TwoLines } from "../table/two-lines";
import { EmptyState } from "../ui/empty-state";
import { RetryWaiting } from "./retry-waiting";
import type { SyncLine } from "./sync-line";

const column = columnsOf<SyncLine>();
const columns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Connection",
    cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.failures} />,
    meta: { phone: "main" },
  }),
  column.accessor("success", {
    id: "success",
    header: "Last success",
    cell: ({ row: { original } }) => (
      <span className="num" title={original.successExact}>
        {original.success}
      </span>
    ),
    meta: { phone: "side" },
  }),
  column.accessor("lag", {
    id: "lag",
    header: "Lag",
    cell: ({ row: { original } }) => <span className="num">{original.lag}</span>,
    meta: { wideOnly: true },
  }),
  column.accessor("waits", {
    id: "waits",
    header: "Waits for a retry",
    cell: ({ row: { original } }) => (
      <span>
        <span className={original.next ? "font-medium text-warn" : "text-faint"}>
          {original.waits}
          {original.next && `, ${original.next}`}
        </span>
        {original.meanwhile && (
          <span className="block whitespace-normal text-soft">{original.meanwhile}</span>
        )}
      </span>
    ),
    meta: { grow: true, phone: "under" },
  }),
  column.display({
    id: "retry",
    header: "Retry",
    cell: ({ row: { original } }) => original.retries > 0 && <RetryWaiting line={original} />,
    meta: { align: "end", quietHeader: true, phone: "underSide" },
  }),
]);

/** How every system keeps up: last success, lag, failures, and what waits for a retry (M.2). */
export function SyncTable({ lines }: { lines: SyncLine[] }) {
  return (
    <DataTable
      label="Synchronisation"
      columns={columns}
      rows={lines}
      rowId={({ id }) => id}
      empty={<EmptyState title="No system is connected." />}
    />
  );
}

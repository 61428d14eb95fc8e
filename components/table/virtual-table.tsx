"use client";

import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import { Fragment, type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { features } from "./column-look";
import { cellsOf } from "./row-cells";
import { useRowKeys } from "./row-keys";
import { rowLook } from "./row-look";
import type { Sort } from "./sorting";
import { spacer } from "./spacer";
import { TableHead } from "./table-head";
import { useVirtualRows } from "./virtual-rows";

type VirtualTableProps<Row extends RowData> = {
  /** What the table holds, for screen readers: "Your queue". */
  label: string;
  /** From `columnsOf<Row>().columns([…])`, at module scope. */
  columns: ColumnDef<typeof features, Row>[];
  /** The rows so far, in the order to show. */
  rows: Row[];
  rowId: (row: Row) => string;
  rowHref: (row: Row) => string;
  /** The row that one came back from. */
  currentId?: string | undefined;
  sort: Sort;
  /** How many there are in all. */
  total: number;
  /** Fetches more, called when the last rows come near; left out while there is no more to do. */
  onNearEnd: (() => void) | undefined;
  /** Told which row has the focus. */
  onFocusRow?: (id: string | null) => void;
  empty: ReactNode;
};

/** Rows that are still to come when more are asked for. */
const AHEAD = 30;

/** Our table for lists of any length: only the rows near the screen are in the page. */
export function VirtualTable<Row extends RowData>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, rowId, rowHref, currentId, sort, total, onNearEnd, empty } = props;
  const element = useRef<HTMLTableElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  useRowKeys(element);
  const table = useTable({ features, columns, data: rows, getRowId: rowId });
  const models = table.getRowModel().rows;
  const keys = models.map(({ id }) => id);
  const focused = focusedId === null ? -1 : keys.indexOf(focusedId);
  const virtualizer = useVirtualRows({ keys, focused, table: element });
  const items = virtualizer.getVirtualItems();
  const near = useEffectEvent(() => onNearEnd?.());
  const hasMore = onNearEnd !== undefined;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) near();
  }, [last, rows.length, hasMore]);
  const current = currentId === undefined ? -1 : keys.indexOf(currentId);
  const isThere = current >= 0;
  const comeBack = useEffectEvent(() => {
    const row = element.current?.querySelector("tr[aria-current]")?.getBoundingClientRect();
    if (!row || row.top < 0 || row.bottom > window.innerHeight)
      virtualizer.scrollToIndex(current, { align: "center" });
  });
  useEffect(() => {
    if (isThere) comeBack();
  }, [isThere]);
  if (rows.length === 0) return empty;
  const focus = (id: string | null) => {
    setFocusedId(id);
    props.onFocusRow?.(id);
  };
  const cells = cellsOf(table);
  const margin = virtualizer.options.scrollMargin;
  const end = virtualizer.getTotalSize() + margin;
  return (
    <table
      ref={element}
      aria-label={label}
      aria-rowcount={total + 1}
      className="w-full table-fixed border-separate border-spacing-0 text-small [overflow-anchor:none] narrow:block"
      onFocus={({ target }) => focus(target.closest("tr")?.dataset.row ?? null)}
    >
      <TableHead table={table} sort={sort} roomyOnly />
      <tbody className="narrow:block">
        {items.map((item, place) => {
          const row = models[item.index];
          if (!row) return null;
          return (
            <Fragment key={row.id}>
              {spacer(item.start - (items[place - 1]?.end ?? margin), columns.length)}
              <tr
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-row={row.id}
                aria-rowindex={item.index + 2}
                data-focused={row.id === focusedId || undefined}
                aria-current={row.id === currentId ? "true" : undefined}
                className={rowLook}
              >
                {cells(row, rowHref(row.original))}
              </tr>
            </Fragment>
          );
        })}
        {spacer(end - (items.at(-1)?.end ?? end), columns.length)}
      </tbody>
    </table>
  );
}

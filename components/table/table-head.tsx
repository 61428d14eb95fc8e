"use client";

import type { ReactTable, RowData } from "@tanstack/react-table";
import { usePathname, useSearchParams } from "next/navigation";
import { classNames } from "../ui/class-names";
import { headClasses } from "./column-classes";
import type { features } from "./column-look";
import { type Sort, sortedQuery } from "./sorting";

type TableHeadProps<Row extends RowData> = {
  table: ReactTable<typeof features, Row>;
  sort: Sort | undefined;
  /** Left out under 1024 px, where the page offers the orders elsewhere. */
  roomyOnly?: boolean;
};

/** The heads of the columns; on a phone a line of what can be sorted by. */
export function TableHead<Row extends RowData>({ table, sort, roomyOnly }: TableHeadProps<Row>) {
  const path = usePathname();
  const search = new URLSearchParams(useSearchParams());
  return (
    <thead className={roomyOnly ? "narrow:hidden" : "narrow:block"}>
      <tr aria-rowindex={1} className="narrow:flex narrow:gap-5 narrow:overflow-x-auto">
        {table.getAllLeafColumns().map(({ id, columnDef: { header, meta: look = {} } }) => {
          const label = typeof header === "string" ? header : <DrawnHead table={table} id={id} />;
          return (
            <th
              key={id}
              scope="col"
              aria-sort={sort?.by === id ? sort.direction : look.sort && "none"}
              className={headClasses(look)}
            >
              {look.sort ? (
                <a
                  href={`${path}?${sortedQuery(search, id, look.sort, sort)}`}
                  data-in-place=""
                  data-first={look.sort}
                  className={classNames(
                    "sort-link",
                    // The label keeps the edge that its numbers stand at.
                    look.align === "end" && "roomy:flex-row-reverse",
                  )}
                >
                  {label}
                </a>
              ) : look.quietHeader ? (
                <span className="sr-only">{label}</span>
              ) : (
                label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** A head that is more than a word, such as the box that selects all rows. */
function DrawnHead<Row extends RowData>({
  table,
  id,
}: Pick<TableHeadProps<Row>, "table"> & { id: string }) {
  const header = table.getFlatHeaders().find(({ column }) => column.id === id);
  return header && <table.FlexRender header={header} />;
}

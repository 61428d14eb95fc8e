"use client";

import type { ReactTable, RowData } from "@tanstack/react-table";
import type { features } from "./column-look";
import { HeaderCell } from "./header-cell";
import type { Sort } from "./sorting";

type TableHeadProps<Row extends RowData> = {
  table: ReactTable<typeof features, Row>;
  sort: Sort | undefined;
};

/** The heads of the columns; on a phone a line of what can be sorted by. */
export function TableHead<Row extends RowData>({ table, sort }: TableHeadProps<Row>) {
  return (
    <thead className="narrow:block">
      {table.getHeaderGroups().map((group) => (
        <tr
          key={group.id}
          aria-rowindex={1}
          className="narrow:flex narrow:gap-5 narrow:overflow-x-auto"
        >
          {group.headers.map((header) => (
            <HeaderCell
              key={header.id}
              id={header.column.id}
              look={header.column.columnDef.meta ?? {}}
              sort={sort}
            >
              <table.FlexRender header={header} />
            </HeaderCell>
          ))}
        </tr>
      ))}
    </thead>
  );
}

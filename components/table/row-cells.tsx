import type { CellContext, Column, ReactTable, Row, RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { cellClasses } from "./column-classes";
import type { features } from "./column-look";

type Features = typeof features;
type Context<Data extends RowData> = CellContext<Features, Data>;

/**
 * What a cell is drawn from. TanStack keeps a cell, a context and a memo of each for as long as the
 * table lives, which costs more than drawing it does; what a column asks for is looked up here.
 */
class Drawn<Data extends RowData> implements Context<Data> {
  readonly row: Row<Features, Data>;
  readonly column: Column<Features, Data>;
  constructor(row: Row<Features, Data>, column: Column<Features, Data>) {
    this.row = row;
    this.column = column;
  }
  get table() {
    return this.row.table;
  }
  get cell() {
    return this.row.getAllCellsByColumnId()[this.column.id] as Context<Data>["cell"];
  }
  get getValue(): Context<Data>["getValue"] {
    return () => this.row.getValue(this.column.id);
  }
  get renderValue(): Context<Data>["renderValue"] {
    return () => this.row.renderValue(this.column.id);
  }
}

/**
 * Draws a row's cells; the one that names the row carries the link to its page. A plain function of
 * the row, as each cell is: a component for each would double what a list is made of.
 */
export function cellsOf<Data extends RowData>(table: ReactTable<Features, Data>) {
  const columns = table.getAllLeafColumns().map((column) => {
    const { meta: look = {}, cell: draw } = column.columnDef;
    return { column, draw, classes: cellClasses(look), linked: look.rowLink };
  });
  return (row: Row<Features, Data>, href?: string): ReactNode =>
    columns.map(({ column, draw, classes, linked }) => {
      const content = typeof draw === "function" ? draw(new Drawn(row, column)) : draw;
      return (
        <td key={column.id} className={classes}>
          {linked && href ? (
            <a href={href} className="row-link">
              {content}
            </a>
          ) : (
            content
          )}
        </td>
      );
    });
}

import type { Row, RowData } from "@tanstack/react-table";
import { cellClasses } from "./column-classes";
import type { features } from "./column-look";

type RowCellsProps<Data extends RowData> = { row: Row<typeof features, Data>; href?: string };

/** The cells of a row; the one that names it carries the link to its page. */
export function RowCells<Data extends RowData>({ row, href }: RowCellsProps<Data>) {
  return row.getAllCells().map((cell) => {
    const { meta: look = {}, cell: draw } = cell.column.columnDef;
    // A cell is drawn by a plain function: a component for each would double what a list is made of.
    const content = typeof draw === "function" ? draw(cell.getContext()) : draw;
    return (
      <td key={cell.id} className={cellClasses(look)}>
        {look.rowLink && href ? (
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

import { flexRender, type Row, type RowData } from "@tanstack/react-table";
import { PlainLink } from "../ui/plain-link";
import { cellClasses } from "./column-classes";
import type { features } from "./column-look";

type RowCellsProps<Data extends RowData> = { row: Row<typeof features, Data>; href?: string };

/** The cells of a row; the one that names it carries the link to its page. */
export function RowCells<Data extends RowData>({ row, href }: RowCellsProps<Data>) {
  return row.getAllCells().map((cell) => {
    const { meta: look = {}, cell: draw } = cell.column.columnDef;
    const content = flexRender(draw, cell.getContext());
    return (
      <td
        key={cell.id}
        className={cellClasses(look)}
        title={look.cut ? String(cell.getValue() ?? "") || undefined : undefined}
      >
        {look.rowLink && href ? (
          <PlainLink href={href} data-row-link="" className="row-link">
            {content}
          </PlainLink>
        ) : (
          content
        )}
      </td>
    );
  });
}

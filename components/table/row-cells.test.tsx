import { useTable } from "@tanstack/react-table";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { columnsOf, features } from "./column-look";
import { cellsOf } from "./row-cells";

type Line = { name: string; points: number };

const column = columnsOf<Line>();
const columns = column.columns([
  column.accessor("name", {
    id: "name",
    header: "Name",
    cell: ({ row }) => <b>{row.original.name}</b>,
    meta: { rowLink: true },
  }),
  column.accessor("points", {
    id: "points",
    header: "Points",
    cell: ({ getValue, renderValue, cell, column: { id }, table }) =>
      `${getValue()} and ${renderValue()} of ${table.getRowModel().rows.length}: ${id}, ${cell.id}`,
    meta: { align: "end" },
  }),
]);

function Lines({ lines, href }: { lines: Line[]; href?: string }) {
  const table = useTable({ features, columns, data: lines, getRowId: ({ name }) => name });
  const cells = cellsOf(table);
  return table.getRowModel().rows.map((row) => <tr key={row.id}>{cells(row, href)}</tr>);
}

const texts = (html: string) => [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);

test("a column draws from all that TanStack gives a cell", () => {
  const html = renderToStaticMarkup(
    <Lines
      lines={[
        { name: "Ada", points: 7 },
        { name: "Bo", points: 9 },
      ]}
    />,
  );
  expect(texts(html)).toEqual([
    "<b>Ada</b>",
    "7 and 7 of 2: points, Ada_points",
    "<b>Bo</b>",
    "9 and 9 of 2: points, Bo_points",
  ]);
});

test("the cell that names the row leads to its page, and no other does", () => {
  const html = renderToStaticMarkup(<Lines lines={[{ name: "Ada", points: 7 }]} href="/ada" />);
  expect(html.match(/href="\/ada"/g)).toHaveLength(1);
  expect(texts(html)[0]).toBe('<a href="/ada" class="row-link"><b>Ada</b></a>');
});

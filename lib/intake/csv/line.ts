import type { Delimiter } from "./dialect";
import { inert } from "./inert";

/** One line of CSV (RFC 4180), every cell inert. */
export const csvLine = (cells: readonly string[], delimiter: Delimiter): string =>
  `${cells.map((cell) => quoted(inert(cell), delimiter)).join(delimiter)}\r\n`;

/** A whole file: the header, then the rows. The mark makes Excel read UTF-8. */
export const csvFile = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[header, ...rows].map((cells) => csvLine(cells, ",")).join("")}`;

function quoted(cell: string, delimiter: Delimiter): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

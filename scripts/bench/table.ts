import { keeps, type Row } from "./row";

/** The rows as lines of one width: what, ratio, limit, whether it is kept, what was measured. */
export function table(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => [
    row.what,
    row.ratio.toFixed(2),
    `${row.limit.way} ${row.limit.of}`,
    keeps(row) ? "✓" : "✗",
    row.measured,
  ]);
  const head = ["", "ratio", "limit", "", "measured"];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => line[column]?.length ?? 0)),
  );
  return [head, ...cells].map((line) =>
    line
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}

import type { BenchDatabase } from "./databases";
import type { Row } from "./row";

/** The board's first page with many leads over the same with few. */
export function boardRow(
  { board, boardBefore }: Record<"board" | "boardBefore", number>,
  few: BenchDatabase,
  many: BenchDatabase,
): Row {
  return {
    what: `/ops, time of the first page with ${many.leads} leads over ${few.leads}`,
    ratio: boardBefore / board,
    limit: { way: "at most", of: 1.2 },
    measured: `${board.toFixed(1)} and ${boardBefore.toFixed(1)} requests a second`,
  };
}

"use client";

import type { BoardKind } from "@/lib/documentation/board/kinds";
import { BOARD_KINDS } from "@/lib/documentation/board/kinds";
import { DataTable } from "../../table/data-table";
import { BOARD_COLUMNS, HELD_COLUMNS } from "./board-columns";
import { BoardEmpty } from "./board-empty";
import type { BoardLine } from "./board-line";

const COLUMNS = {
  enrichment: HELD_COLUMNS,
  summary: BOARD_COLUMNS,
  flagged: BOARD_COLUMNS,
  returned: BOARD_COLUMNS,
  sync: HELD_COLUMNS,
  doubtful: BOARD_COLUMNS,
  aside: BOARD_COLUMNS,
} as const satisfies Record<BoardKind, unknown>;

type BoardTableProps = {
  kind: BoardKind;
  lines: BoardLine[];
  total: number;
  before: number;
  /** The lead one came back from. */
  currentId: string | undefined;
  /** Where all of the kind is, when a filter hides it. */
  unfilteredHref: string | undefined;
  /** Whether any lead has ever arrived. */
  begun: boolean;
};

export function BoardTable(props: BoardTableProps) {
  const { kind, lines, total, before, currentId, unfilteredHref, begun } = props;
  return (
    <DataTable
      label={BOARD_KINDS[kind]}
      columns={COLUMNS[kind]}
      rows={lines}
      rowId={({ id }) => id}
      rowHref={({ href }) => href}
      currentId={currentId}
      total={total}
      before={before}
      empty={<BoardEmpty kind={kind} unfilteredHref={unfilteredHref} begun={begun} />}
    />
  );
}

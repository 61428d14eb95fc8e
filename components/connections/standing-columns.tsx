import { columnsOf } from "../table/column-look";
import { TwoLines } from "../table/two-lines";
import { ConnectionActions } from "./connection-actions";
import type { ConnectionLine } from "./connection-line";
import { StandingCell } from "./standing-cell";

type Shown = Pick<ConnectionLine, "name" | "about" | "standing" | "test" | "day" | "handle">;

/** What every table of connections shows: which it is, how it is doing, and what one can do with it. */
export function standingColumns<Line extends Shown>() {
  const column = columnsOf<Line>();
  return {
    name: column.display({
      id: "name",
      header: "Connection",
      cell: ({ row: { original } }) => <TwoLines first={original.name} second={original.about} />,
      meta: { phone: "main" },
    }),
    state: column.display({
      id: "state",
      header: "State",
      cell: ({ row: { original } }) => <StandingCell {...original} />,
      meta: { grow: true, phone: "under" },
    }),
    /** What came of it in a day, under the name of what is counted. */
    day: (header: string) =>
      column.display({
        id: "day",
        header,
        cell: ({ row: { original } }) => <span className="num text-soft">{original.day}</span>,
        meta: {},
      }),
    actions: column.display({
      id: "actions",
      header: "Actions",
      cell: ({ row: { original } }) =>
        original.handle && <ConnectionActions handle={original.handle} />,
      meta: { align: "end", quietHeader: true, phone: "side" },
    }),
  };
}

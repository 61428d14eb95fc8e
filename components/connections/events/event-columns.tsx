import { columnsOf } from "../../table/column-look";
import type { EventLine } from "./event-line";

const TONES = { calm: "text-soft", warn: "font-medium text-warn", bad: "font-medium text-bad" };

type Shown = Pick<EventLine, "at" | "exact" | "state" | "tone" | "words">;

/** What every list of events shows: when it was, how it stands, and what became of it. */
export function eventColumns<Line extends Shown>() {
  const column = columnsOf<Line>();
  return {
    at: (header: string) =>
      column.display({
        id: "at",
        header,
        cell: ({ row: { original } }) => (
          <time title={original.exact} className="num">
            {original.at}
          </time>
        ),
        meta: { phone: "main", rowLink: true },
      }),
    state: column.display({
      id: "state",
      header: "State",
      cell: ({ row: { original } }) => (
        <span className={TONES[original.tone]}>{original.state}</span>
      ),
      meta: { phone: "side" },
    }),
    words: column.display({
      id: "words",
      header: "What became of it",
      cell: ({ row: { original } }) => <span title={original.words}>{original.words}</span>,
      meta: { grow: true, phone: "under" },
    }),
  };
}

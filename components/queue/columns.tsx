"use client";

import { columnsOf } from "../table/column-look";
import { TwoLines } from "../table/two-lines";
import { Delta } from "../ui/delta";
import { Marks } from "../ui/mark";
import { LeftCell } from "./left-cell";
import type { QueueLine } from "./queue-line";
import { TheirTime } from "./their-time";

const column = columnsOf<QueueLine>();

const lead = column.accessor("name", {
  id: "lead",
  header: "Lead",
  cell: ({ row }) => <TwoLines first={row.original.name} second={row.original.who} />,
  meta: { rowLink: true, sort: "ascending", phone: "main" },
});

const tier = column.accessor("tier", {
  id: "tier",
  header: "Tier",
  cell: ({ row }) => row.original.tier ?? "–",
  meta: { sort: "ascending" },
});

const score = column.accessor("score", {
  id: "score",
  header: "Score",
  cell: ({ row }) => {
    const { score: total, trend, by } = row.original;
    return (
      <span className="inline-flex items-baseline gap-2">
        <span className="font-medium">{total}</span>
        <span className="min-w-9 text-left narrow:min-w-0">
          {trend && <Delta trend={trend} by={by} />}
        </span>
      </span>
    );
  },
  meta: { align: "end", sort: "descending", phone: "underSide" },
});

const documented = column.accessor("marks", {
  id: "documented",
  header: "Documented",
  cell: ({ row }) => <Marks marks={row.original.marks} />,
  meta: { sort: "ascending", phone: "lastSide" },
});

const trigger = column.accessor("trigger", {
  id: "trigger",
  header: "Why now",
  cell: ({ row }) => <span title={row.original.trigger}>{row.original.trigger}</span>,
  meta: { grow: true, phone: "underTall" },
});

/** What waits for the rep: by time left, with all that one chooses by (Q.1). */
export const OPEN_COLUMNS = column.columns([
  column.accessor("clock", {
    id: "left",
    header: "Left",
    cell: ({ row }) => <LeftCell clock={row.original.clock} />,
    meta: { sort: "ascending", phone: "side" },
  }),
  lead,
  trigger,
  tier,
  score,
  documented,
  column.accessor("there", {
    id: "there",
    header: "Their time",
    cell: ({ row }) => <TheirTime there={row.original.there} />,
    meta: { align: "end" },
  }),
]);

const decided = column.accessor("decided", {
  id: "decided",
  header: "When",
  cell: ({ row }) => (
    <span title={row.original.decided?.exact} className="num text-soft">
      {row.original.decided?.words}
    </span>
  ),
  meta: { sort: "descending", phone: "side" },
});

const answered = column.accessor("clock", {
  id: "answered",
  header: "First attempt",
  cell: ({ row }) => {
    const { clock } = row.original;
    return (
      <span className="num text-faint">
        {"words" in clock ? clock.words.replace("tried ", "") : "none logged"}
      </span>
    );
  },
  meta: { align: "end" },
});

/** What became an SQL. */
export const ACCEPTED_COLUMNS = column.columns([
  decided,
  lead,
  trigger,
  tier,
  score,
  documented,
  answered,
]);

/** What went back to marketing ops, and why. */
export const RETURNED_COLUMNS = column.columns([
  decided,
  lead,
  column.accessor("decided", {
    id: "reason",
    header: "Why it went back",
    cell: ({ row }) => (
      <span title={row.original.decided?.reason ?? undefined}>{row.original.decided?.reason}</span>
    ),
    meta: { grow: true, phone: "underTall" },
  }),
  tier,
  score,
  documented,
  answered,
]);

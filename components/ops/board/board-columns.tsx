"use client";

import { columnsOf } from "../../table/column-look";
import { TwoLines } from "../../table/two-lines";
import { classNames } from "../../ui/class-names";
import { Delta } from "../../ui/delta";
import { Marks } from "../../ui/mark";
import type { BoardLine } from "./board-line";
import { ClaimCell } from "./claim-cell";
import { SelectPage, SelectRow } from "./select-cells";

const column = columnsOf<BoardLine>();

const since = column.accessor("since", {
  id: "since",
  header: "Since",
  cell: ({ row }) => {
    const { word, age, exact, urgent } = row.original.since;
    return (
      <span title={exact} className="num block narrow:text-right">
        <span
          className={classNames(
            "block font-medium narrow:inline",
            urgent ? "text-warn" : "text-soft",
          )}
        >
          {word}
        </span>{" "}
        <span className="block text-faint narrow:inline">{age}</span>
      </span>
    );
  },
  meta: { phone: "side" },
});

const lead = column.accessor("name", {
  id: "lead",
  header: "Lead",
  cell: ({ row }) => (
    <div className="roomy:max-xl:max-w-[170px]">
      <TwoLines first={row.original.name} second={row.original.who} />
    </div>
  ),
  meta: { rowLink: true, phone: "main" },
});

const why = column.accessor("first", {
  id: "why",
  header: "Why it is here",
  cell: ({ row }) => (
    <span title={[row.original.first, row.original.second].filter(Boolean).join("\n")}>
      <span className="block truncate narrow:line-clamp-3 narrow:whitespace-normal">
        {row.original.first}
      </span>
      {row.original.second && (
        <span className="block truncate text-faint narrow:line-clamp-2 narrow:text-pretty narrow:whitespace-normal">
          {row.original.second}
        </span>
      )}
    </span>
  ),
  meta: { grow: true, phone: "under" },
});

const tier = column.accessor("tier", {
  id: "tier",
  header: "Tier",
  cell: ({ row }) => row.original.tier ?? <span className="text-faint">–</span>,
  meta: { wideOnly: true },
});

const score = column.accessor("score", {
  id: "score",
  header: "Score",
  cell: ({ row }) => {
    const { score: total, trend } = row.original;
    if (total === null) return <span className="text-faint">–</span>;
    return (
      <span className="inline-flex items-baseline gap-1.5">
        <span className="font-medium">{total}</span>
        {trend && <Delta trend={trend} />}
      </span>
    );
  },
  meta: { align: "end", phone: "underSide" },
});

const documented = column.accessor("marks", {
  id: "documented",
  header: "Documented",
  cell: ({ row }) => <Marks marks={row.original.marks} />,
});

const select = column.display({
  id: "select",
  header: SelectPage,
  cell: ({ row }) => <SelectRow id={row.original.id} name={row.original.name} />,
});

const next = column.accessor("next", {
  id: "next",
  header: "Next try",
  cell: ({ row }) => {
    const { next: due } = row.original;
    return due ? (
      <span title={due.exact} className="num">
        <span className="block">{due.when}</span>
        <span className="block text-faint">{due.tries}</span>
      </span>
    ) : null;
  },
  meta: { wideOnly: true },
});

const claim = column.display({
  id: "claim",
  header: "On it",
  cell: ({ row: { original } }) => (
    <ClaimCell id={original.id} name={original.name} claim={original.claim} />
  ),
  meta: {},
});

/** The board's columns: since when, who, why, who is on it, and what a person chooses by. */
export const BOARD_COLUMNS = column.columns([
  select,
  since,
  lead,
  why,
  claim,
  tier,
  score,
  documented,
]);
/** Pending Enrichment also says when it is tried again (G.1). */
export const HELD_COLUMNS = column.columns([
  select,
  since,
  lead,
  why,
  claim,
  next,
  tier,
  score,
  documented,
]);

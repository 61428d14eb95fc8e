"use client";

import type { QueueView } from "@/lib/queue/view";
import { columnsOf } from "../table/column-look";
import { TwoLines } from "../table/two-lines";
import { Delta } from "../ui/delta";
import { LeftCell } from "./left-cell";
import type { ListLine } from "./live/list";
import { MarksCell } from "./marks-cell";
import { TheirTime } from "./their-time";

const column = columnsOf<ListLine>();

const lead = column.accessor("name", {
  id: "lead",
  header: "Lead",
  cell: ({ row: { original: line } }) => (
    <TwoLines
      first={
        <>
          {line.fresh && <span className="sr-only">New: </span>}
          {line.name}
        </>
      }
      second={
        <>
          {line.warned && (
            <span
              role="img"
              aria-label={`${line.warned}: speak to the owner before you call`}
              className="mr-1.5 inline-block font-medium text-bad"
            >
              {line.warned}
            </span>
          )}
          {line.corrected && (
            <span
              className="mr-1.5 text-accent"
              title="Marketing ops added something since the handoff"
            >
              added since
            </span>
          )}
          {line.jobTitle}
          <span className="xl:hidden">
            {line.jobTitle && line.companyName && ", "}
            {line.companyName}
          </span>
        </>
      }
    />
  ),
  meta: { rowLink: true, sort: "ascending", phone: "main", width: "roomy:w-[max(200px,13.8vw)]" },
});

const company = column.accessor("companyName", {
  id: "company",
  header: "Company",
  cell: ({ row }) => row.original.companyName,
  meta: { cut: true, sort: "ascending", wideOnly: true, width: "roomy:w-[max(156px,10.8vw)]" },
});

const tier = column.accessor("tier", {
  id: "tier",
  header: "Tier",
  cell: ({ row }) => row.original.tier ?? "–",
  meta: { sort: "ascending", wideOnly: true, phone: "tier", width: "roomy:w-[52px]" },
});

const score = column.accessor("score", {
  id: "score",
  header: "Score",
  cell: ({ row }) => {
    const { score: total, trend, by } = row.original;
    return (
      <>
        <span className="font-medium">{total}</span>
        {trend ? (
          <Delta trend={trend} by={by} className="score-by" />
        ) : (
          <span className="score-by" />
        )}
      </>
    );
  },
  meta: { align: "end", sort: "descending", phone: "underSide", width: "roomy:w-[104px]" },
});

const documented = column.accessor("marks", {
  id: "documented",
  header: "Documented",
  cell: ({ row }) => <MarksCell marks={row.original.marks} />,
  meta: { sort: "ascending", phone: "lastSide", width: "roomy:w-[112px]" },
});

const trigger = column.accessor("trigger", {
  id: "trigger",
  header: "Why now",
  cell: ({ row }) => <span className="two-lines">{row.original.trigger}</span>,
  meta: { grow: true, phone: "underTall" },
});

const left = column.accessor("clock", {
  id: "left",
  header: "Left",
  cell: ({ row }) => <LeftCell line={row.original} />,
  meta: { sort: "ascending", phone: "side", width: "roomy:w-[112px]" },
});

const there = column.accessor("timeZone", {
  id: "there",
  header: "Their time",
  cell: ({ row }) => <TheirTime timeZone={row.original.timeZone} />,
  meta: { align: "end", phone: "there", width: "roomy:w-[92px]" },
});

const decided = column.accessor("decided", {
  id: "decided",
  header: "When",
  cell: ({ row }) => (
    <span title={row.original.decided?.exact} className="num text-soft">
      {row.original.decided?.words}
    </span>
  ),
  meta: { sort: "descending", phone: "side", width: "roomy:w-[112px]" },
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
  meta: { align: "end", width: "roomy:w-[112px]" },
});

const reason = column.accessor("decided", {
  id: "reason",
  header: "Why it went back",
  cell: ({ row }) => (
    <span title={row.original.decided?.reason ?? undefined}>{row.original.decided?.reason}</span>
  ),
  meta: { grow: true, phone: "underTall" },
});

/** What waits for the rep: by time left, with all that one chooses by (Q.1). */
const OPEN = { left, lead, company, trigger, tier, score, documented, there };

const openColumns = column.columns(Object.values(OPEN));

/** What became an SQL. */
const ACCEPTED_COLUMNS = column.columns([
  decided,
  lead,
  company,
  trigger,
  tier,
  score,
  documented,
  answered,
]);

/** What went back to marketing ops, and why. */
const RETURNED_COLUMNS = column.columns([
  decided,
  lead,
  company,
  reason,
  tier,
  score,
  documented,
  answered,
]);

/** The columns of a list; of the open one those that are shown, the lead always among them. */
export function columnsOfList({ list, columns: shown }: Pick<QueueView, "list" | "columns">) {
  if (list !== "open") return list === "accepted" ? ACCEPTED_COLUMNS : RETURNED_COLUMNS;
  return openColumns.filter(({ id }) => id === "lead" || shown.some((each) => each === id));
}

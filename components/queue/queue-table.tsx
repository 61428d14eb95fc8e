"use client";

import { useEffect, useEffectEvent, useMemo, useState, useTransition } from "react";
import { leadAddress, queueRowsAddress } from "@/lib/platform/address";
import { type QueueView, ROWS_AT_ONCE } from "@/lib/queue/view";
import { VirtualTable } from "../table/virtual-table";
import { later } from "../ui/later";
import { columnsOfList } from "./columns";
import { useKeptRow } from "./kept-row";
import type { ListLine } from "./live/list";
import { useQueueLive } from "./live/queue-live";
import { QueueEmpty } from "./queue-empty";
import type { QueueLine } from "./queue-line";
import { EarlyKey } from "./row/early-key";

// Whoever chooses by pointer and opens the page never loads it.
const RowBar = later(() => import("./row/row-bar").then((file) => file.RowBar), EarlyKey);

const labels = {
  open: "Your queue",
  accepted: "Leads you accepted",
  returned: "Leads you rejected",
};

type QueueTableProps = Pick<QueueView, "list" | "sort" | "columns"> & {
  /** Where all of the list is, when filters hide it. */
  unfilteredHref: string | undefined;
};

/** The list as it is worked through; what is not on the screen yet is fetched as one comes near. */
export function QueueTable(props: QueueTableProps) {
  const { list: name, sort, columns: shown, unfilteredHref } = props;
  const { list, comeBackTo, add } = useQueueLive();
  const { query } = list;
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focused = list.lines.find(({ leadId }) => leadId === focusedId);
  const [fetching, fetchMore] = useTransition();
  const columns = useMemo(() => columnsOfList({ list: name, columns: shown }), [name, shown]);

  const ask = (how: { limit: number; through?: string }, done?: () => void) =>
    fetchMore(async () => {
      const rows = queueRowsAddress({ ...query, after: list.taken, ...how });
      const answer = await fetch(rows).catch(() => null);
      // Without a connection the next scroll tries again; the page says that there is none.
      if (!answer?.ok) return;
      add((await answer.json()) as QueueLine[], list);
      done?.();
    });
  // As many again as there are: the end of ten thousand is a few steps away, not a hundred.
  const more = () => ask({ limit: Math.min(list.taken, ROWS_AT_ONCE) });

  useKeptRow();
  const isThere = (id: string) => list.lines.some(({ leadId }) => leadId === id);
  const { rows, place } = comeBackTo;
  const [gone, setGone] = useState<typeof comeBackTo>();
  const inItsPlace =
    gone === comeBackTo && place !== undefined
      ? list.lines[Math.min(place, list.lines.length - 1)]?.leadId
      : undefined;
  const currentId = rows.find(isThere) ?? inItsPlace;
  const comeBack = useEffectEvent(() => {
    const through = rows.join();
    if (!through || currentId) return;
    const all = () => setGone(comeBackTo);
    if (list.taken >= list.total) return all();
    ask({ through, limit: Math.max((place ?? 0) + 1 - list.taken, 0) }, all);
  });
  // Whoever comes back from far down finds their row, or what is in its place by now; not the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each lead to come back to.
  useEffect(() => comeBack(), [comeBackTo]);
  return (
    <>
      <VirtualTable
        label={labels[name]}
        columns={columns}
        rows={list.lines as ListLine[]}
        rowId={({ leadId }) => leadId}
        rowHref={(line) => leadAddress(line.leadId, line.query ?? query)}
        currentId={currentId}
        sort={sort}
        total={Math.max(list.total, list.lines.length)}
        onNearEnd={fetching || list.taken >= list.total ? undefined : more}
        onFocusRow={setFocusedId}
        empty={<QueueEmpty list={name} unfilteredHref={unfilteredHref} />}
      />
      {name === "open" && focused && <RowBar line={focused} />}
    </>
  );
}

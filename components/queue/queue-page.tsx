"use client";

import { useMemo, useState } from "react";
import { address, queueAddress } from "@/lib/platform/address";
import type { QueueCounts } from "@/lib/queue/row";
import { type SavedView, savedQuery } from "@/lib/queue/saved/saved-query";
import { lastingQuery, type QueueView, viewQuery } from "@/lib/queue/view";
import { LiveRegion } from "../shell/live-region";
import { RowKeysHint } from "../table/row-keys-hint";
import { LiveWord } from "./live/live-word";
import type { QueueNews } from "./live/news";
import { NotifySwitch } from "./live/notify-switch";
import { QueueLive } from "./live/queue-live";
import { QueueFilters } from "./queue-filters";
import { countWords, QueueHead } from "./queue-head";
import type { QueueLine } from "./queue-line";
import { QueueTable } from "./queue-table";
import { QueueTabs } from "./queue-tabs";
import { useKeptFocus } from "./use-kept-focus";
import { ViewButton } from "./views/view-button";

/** A queue's page in its reader's words: all that is drawn of it. */
export type QueueWords = {
  /** The reader. */
  personId: string;
  /** What the list is, whatever its moment. */
  view: QueueView & { asOf: null };
  lines: QueueLine[];
  counts: QueueCounts;
  saved: SavedView[];
  /** The parameters that hold this list still. */
  query: QueueNews["query"];
  /** When the page was made, epoch milliseconds. */
  servedAt: number;
  /** Where the stream of changes goes on from the list as served. */
  since: string;
  /** The names of the five categories. */
  categories: readonly string[];
  locale: string;
  /** The lead that one came back from. */
  currentId: string | undefined;
};

type QueuePageProps = {
  /** `QueueWords` as JSON: the page is written with one text, not with each of its hundreds of values. */
  text: string;
};

/** A rep's list, with all that they do with it. */
export function QueuePage({ text }: QueuePageProps) {
  const words = useMemo<QueueWords>(() => JSON.parse(text), [text]);
  const { personId, view, lines, counts, saved, query, servedAt, since } = words;
  const { categories, locale, currentId } = words;
  const { list, sort, columns, filters } = view;
  // Other columns show the same list: it stays as one left it. Another reader's begins anew.
  const which = address("", { ...lastingQuery(view), columns: null, by: personId });
  useKeptFocus(which);
  const [said, setSaid] = useState({ which, words: "" });
  // Read aloud where another list was asked for; what changes in it meanwhile is not.
  if (said.which !== which) setSaid({ which, words: countWords(counts, list, locale) });
  return (
    <>
      <LiveRegion>{said.words}</LiveRegion>
      <QueueLive
        key={which}
        personId={personId}
        lines={lines}
        counts={counts}
        query={query}
        servedAt={servedAt}
        since={since}
        categories={categories}
        currentId={currentId}
      >
        <QueueHead
          list={list}
          locale={locale}
          actions={
            <>
              {list === "open" && <QueueFilters view={view} />}
              <ViewButton view={view} saved={saved} />
              <NotifySwitch />
            </>
          }
        />
        <LiveWord />
        <QueueTabs current={list} query={savedQuery(view)} saved={saved} locale={locale} />
        <QueueTable
          list={list}
          sort={sort}
          columns={columns}
          unfilteredHref={
            filters.length > 0 ? queueAddress(viewQuery({ ...view, filters: [] })) : undefined
          }
        />
        {lines.length > 0 && <RowKeysHint />}
      </QueueLive>
    </>
  );
}

"use client";

import { queueAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import type { SavedView } from "@/lib/queue/saved/saved-query";
import { QUEUE_LISTS, type QueueList } from "@/lib/queue/view";
import { TabLinks } from "../ui/tab-links";
import { useQueueLive } from "./live/queue-live";

type QueueTabsProps = {
  current: QueueList;
  /** The view as it would be saved. */
  query: string;
  saved: readonly SavedView[];
  locale: string;
};

/** What waits, what was accepted, what went back; then the views that the rep has kept. */
export function QueueTabs({ current, query, saved, locale }: QueueTabsProps) {
  const { counts } = useQueueLive();
  const kept = saved.some((each) => each.query === query);
  const lists = (Object.keys(QUEUE_LISTS) as QueueList[]).map((list) => ({
    href: queueAddress({ list }),
    label: QUEUE_LISTS[list],
    // What was decided only grows: its number is said on its own list.
    ...(list === "open" && { count: formatNumber(counts.open, locale) }),
    current: list === current && !kept,
  }));
  const views = saved.map((each) => ({
    href: `/queue?${each.query}`,
    label: each.name,
    current: each.query === query,
  }));
  return <TabLinks label="Lists" tabs={[...lists, ...views]} />;
}

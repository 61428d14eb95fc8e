"use client";

import { queueAddress } from "@/lib/platform/address";
import { QUEUE_LISTS, type QueueList } from "@/lib/queue/view";
import { TabLinks } from "../ui/tab-links";
import { useQueueLive } from "./live/queue-live";

/** What waits, what was accepted, what went back. */
export function QueueTabs({ current }: { current: QueueList }) {
  const { counts } = useQueueLive();
  const tabs = (Object.keys(QUEUE_LISTS) as QueueList[]).map((list) => ({
    href: queueAddress({ list }),
    label: QUEUE_LISTS[list],
    count: counts[list],
    current: list === current,
  }));
  return <TabLinks label="Lists" tabs={tabs} />;
}

import { queueAddress } from "@/lib/platform/address";
import type { QueueCounts } from "@/lib/queue/row";
import { QUEUE_LISTS, type QueueList, type QueueView } from "@/lib/queue/view";
import { TabLinks } from "../ui/tab-links";

/** What waits, what was accepted, what went back. */
export function QueueTabs({ view, counts }: { view: QueueView; counts: QueueCounts }) {
  const tabs = (Object.keys(QUEUE_LISTS) as QueueList[]).map((list) => ({
    href: queueAddress({ list: list === "open" ? null : list }),
    label: QUEUE_LISTS[list],
    count: counts[list],
    current: list === view.list,
  }));
  return <TabLinks label="Lists" tabs={tabs} />;
}

"use client";

import type { ReactNode } from "react";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { QueueCounts } from "@/lib/queue/row";
import type { QueueList } from "@/lib/queue/view";
import { PageHeader } from "../shell/page-header";
import { useQueueLive } from "./live/queue-live";

type QueueHeadProps = { list: QueueList; locale: string; actions: ReactNode };

/** "23 leads, 2 due now": of the list as filtered. */
export function countWords({ shown, open, due }: QueueCounts, list: QueueList, locale: string) {
  const leads = (count: number) => formatCount(count, "lead", "leads", locale);
  if (list !== "open") return leads(shown);
  const of = shown === open ? leads(open) : `${formatNumber(shown, locale)} of ${leads(open)}`;
  return due > 0 ? `${of}, ${formatNumber(due, locale)} due now` : of;
}

/** The queue's head, with how many there are now. */
export function QueueHead({ list, locale, actions }: QueueHeadProps) {
  const { counts } = useQueueLive();
  const count = countWords(counts, list, locale);
  return <PageHeader title="Queue" count={count} actions={actions} brief />;
}

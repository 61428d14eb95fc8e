"use client";

import { useSyncExternalStore } from "react";
import { MINUTE } from "@/lib/platform/durations";
import { localHours } from "@/lib/queue/local-hours";
import { useQueueLive } from "./live/queue-live";

function everyMinute(change: () => void): () => void {
  const timer = setInterval(change, MINUTE / 4);
  return () => clearInterval(timer);
}

/** The lead's own time; faint and with a moon where a call would come at a bad hour. */
export function TheirTime({ timeZone }: { timeZone: string | null }) {
  const { servedAt } = useQueueLive();
  const minute = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / MINUTE),
    () => Math.floor(servedAt / MINUTE),
  );
  const there = localHours(timeZone, new Date(minute * MINUTE));
  if (!there) return <span className="text-faint">unknown</span>;
  if (!there.quiet) return there.time;
  return (
    <span className="quiet-hour" title="Outside office hours">
      {there.time}
    </span>
  );
}

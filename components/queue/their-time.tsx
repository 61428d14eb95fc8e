"use client";

import { useSyncExternalStore } from "react";
import { localHours } from "@/lib/queue/local-hours";
import { useQueueLive } from "./live/queue-live";

const MINUTE_MS = 60_000;

function everyMinute(change: () => void): () => void {
  const timer = setInterval(change, MINUTE_MS / 4);
  return () => clearInterval(timer);
}

/** The lead's own time; faint and with a moon where a call would come at a bad hour. */
export function TheirTime({ timeZone }: { timeZone: string | null }) {
  const { servedAt } = useQueueLive();
  const minute = useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / MINUTE_MS),
    () => Math.floor(servedAt / MINUTE_MS),
  );
  const there = localHours(timeZone, new Date(minute * MINUTE_MS));
  if (!there) return <span className="text-faint">unknown</span>;
  if (!there.quiet) return there.time;
  return (
    <span className="quiet-hour" title="Outside office hours">
      {there.time}
    </span>
  );
}

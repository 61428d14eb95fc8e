"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { isReachable } from "./reachable";

// Going back shows a page as it was kept: a clock on it would tell the time of then.
const shown = new Set<number>();

type KeepFreshProps = {
  /** When the server made this page, epoch milliseconds. */
  servedAt: number;
  seconds?: number;
};

/** Asks for the page again while somebody looks at it, and at once when they come back to it. */
export function KeepFresh({ servedAt, seconds = 15 }: KeepFreshProps) {
  const router = useRouter();
  const refresh = useEffectEvent(async () => {
    if (document.visibilityState === "visible" && (await isReachable())) router.refresh();
  });
  useEffect(() => {
    if (shown.has(servedAt)) void refresh();
    shown.add(servedAt);
  }, [servedAt]);
  useEffect(() => {
    const timer = setInterval(refresh, seconds * 1000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [seconds]);
  return null;
}

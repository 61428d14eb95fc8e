"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { canOpen } from "../../shell/reachable";
import type { LiveState } from "./live-source";

/** While it is live only words grow old ("2 h late"); without the stream this is all there is. */
const LIVE_MS = 60_000;
const ALONE_MS = 15_000;

// Going back shows a page as it was kept: its list is that of then.
const shown = new Set<number>();

/** Asks for the page again now and then, and for a new list where an old page was come back to. */
export function useSlowRefresh(state: LiveState, servedAt: number, startAnew: () => void): void {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page that was served.
  useEffect(() => {
    if (shown.has(servedAt)) void canOpen().then((can) => can && startAnew());
    shown.add(servedAt);
  }, [servedAt]);
  useEffect(() => {
    // Signed out, or another's: the page would be lost, and with it what somebody is just typing.
    if (state === "ended" || state === "other") return;
    const refresh = async () => {
      if (document.visibilityState === "visible" && (await canOpen())) router.refresh();
    };
    const timer = setInterval(refresh, state === "live" ? LIVE_MS : ALONE_MS);
    return () => clearInterval(timer);
  }, [router, state]);
}

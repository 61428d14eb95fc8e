"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

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
  useEffect(() => {
    if (shown.has(servedAt)) router.refresh();
    shown.add(servedAt);
  }, [router, servedAt]);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(refresh, seconds * 1000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, seconds]);
  return null;
}

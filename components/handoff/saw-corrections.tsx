"use client";

import { useEffect } from "react";
import { sawCorrections } from "@/lib/handoff/actions";

type SawCorrectionsProps = { handoffId: string; latest: string };

/** Says that what was added since the handoff is on the reader's screen, while it is. */
export function SawCorrections({ handoffId, latest }: SawCorrectionsProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each correction that comes.
  useEffect(() => {
    const see = () => {
      // Where no answer comes the mark stays, and the next look at the page says it again.
      if (document.visibilityState === "visible") sawCorrections({ handoffId }).catch(() => {});
    };
    see();
    document.addEventListener("visibilitychange", see);
    return () => document.removeEventListener("visibilitychange", see);
  }, [handoffId, latest]);
  return null;
}

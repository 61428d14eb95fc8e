"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { leadAddress } from "@/lib/platform/address";
import type { QueueLine } from "../queue-line";
import type { QueueNews } from "./news";
import { notifyOf } from "./notifications";

const COUNT = /^\(\d+\) /;

/** "(2) Queue": how many are new since somebody last looked at this tab. */
export function titled(title: string, unseen: number): string {
  const plain = title.replace(COUNT, "");
  return unseen > 0 ? `(${unseen}) ${plain}` : plain;
}

const isLookedAt = () => document.visibilityState === "visible" && document.hasFocus();

/** Counts what arrives in the tab's title until somebody looks, and notifies of it where allowed. */
export function useUnseen(): (arrived: readonly QueueLine[], query: QueueNews["query"]) => void {
  const router = useRouter();
  const [unseen, setUnseen] = useState<readonly string[]>([]);
  useEffect(() => {
    document.title = titled(document.title, unseen.length);
  }, [unseen]);
  useEffect(() => {
    const look = () => isLookedAt() && setUnseen([]);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
      document.title = titled(document.title, 0);
    };
  }, []);
  return (arrived, query) => {
    if (isLookedAt()) return;
    setUnseen((known) => [...new Set([...known, ...arrived.map(({ leadId }) => leadId)])]);
    for (const line of arrived) {
      notifyOf(line, () => router.push(leadAddress(line.leadId, query)));
    }
  };
}

"use client";

import type { TestVerdict } from "@/lib/connections/proof/verdict";
import { useToast } from "../ui/toast";

/** Says what a test of a connection showed; what is wrong stays until it is closed. */
export function useVerdict(): (name: string, verdict: TestVerdict) => void {
  const { say } = useToast();
  return (name, { works, words, advice }) => {
    const detail = [words.endsWith(".") ? words : `${words}.`, advice].filter(Boolean).join(" ");
    if (works) say({ text: `${name} works.`, detail });
    else if (works === null) say({ text: `${name} was not asked.`, detail });
    else say({ text: `${name} does not work.`, detail, tone: "bad" });
  };
}

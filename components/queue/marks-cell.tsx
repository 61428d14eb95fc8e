"use client";

import { type MarkState, Marks } from "../ui/mark";
import { useQueueLive } from "./live/queue-live";

const STATES: Record<string, MarkState> = { c: "complete", p: "partial", a: "absent" };

/** The five categories as marks, from their letters. */
export function MarksCell({ marks }: { marks: string }) {
  const { categories } = useQueueLive();
  const named = categories.map((name, at) => ({
    name,
    state: STATES[marks.charAt(at)] ?? "absent",
  }));
  return <Marks marks={named} />;
}

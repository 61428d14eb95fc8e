import type { Reply } from "@/lib/enrichment/http";

/** The other side's own time in ms, so that no clock has to be right; ours where it does not say. */
export function timeOf({ headers }: Reply, now: Date): number {
  const told = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(told) ? now.getTime() : told;
}

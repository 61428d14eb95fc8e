import type { Reply } from "@/lib/enrichment/http/http";

/** The other side's own time, by the Date of its answer (RFC 9110, 6.6.1); undefined where it does not say. */
export function toldTime({ headers }: Pick<Reply, "headers">): Date | undefined {
  const told = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(told) ? undefined : new Date(told);
}

/** The other side's own time in ms, so that no clock has to be right; ours where it does not say. */
export const timeOf = (reply: Reply, now: Date): number => (toldTime(reply) ?? now).getTime();

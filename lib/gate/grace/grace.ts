import { MINUTE } from "@/lib/platform/durations";
import type { Standard } from "@/lib/standard/standard";
import type { LeadFile } from "../lead-file";

/**
 * When the time ends that a person has for the summary before the draft goes along (G.5). It begins
 * with the judging that would route the lead, and a shorter grace of a later standard shortens it.
 * Null where nothing is waited for: the standard gives no time, a person has written, or the lead
 * does not go out by itself (`goesOut`). An end that has passed stays, so that it begins only once.
 */
export function graceEnd(
  file: Pick<LeadFile, "summary" | "graceEndsAt">,
  goesOut: boolean,
  { graceMinutes }: Pick<Standard, "graceMinutes">,
  now: Date,
): Date | null {
  if (!goesOut || graceMinutes === 0 || file.summary) return null;
  const latest = new Date(now.getTime() + graceMinutes * MINUTE);
  const { graceEndsAt: begun } = file;
  return begun && begun < latest ? begun : latest;
}

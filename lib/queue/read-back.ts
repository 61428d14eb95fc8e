import { type Calendar, type Stretch, workIn } from "@/lib/sla/calendar";
import { LONGEST_WINDOW_MINUTES } from "@/lib/sla/settings";
import { subtractWorkingMs } from "@/lib/sla/working-time";
import { HOT_MINUTES } from "./urgency";

/** As much as urgency tells apart, and a millisecond: what is longer ago than that is missed. */
const READ_BACK_MS = (LONGEST_WINDOW_MINUTES + HOT_MINUTES) * 60_000 + 1;

/**
 * The rep's latest working time, as far back as the longest window and its hot hour: a list is put in
 * order by it, since what was routed before has been missed for long whatever its window was.
 */
export function readBack(calendar: Calendar, now: Date): Stretch[] {
  const from = subtractWorkingMs(calendar, now, READ_BACK_MS).getTime();
  return workIn(calendar, { from, until: now.getTime() });
}

/**
 * Before when everything was missed for long that nobody tried, by what was read back; null where
 * the rep has not worked that long.
 */
export function missedBefore(work: readonly Stretch[]): Date | null {
  const worked = work.reduce((sum, { from, until }) => sum + until - from, 0);
  const [first] = work;
  return first && worked >= READ_BACK_MS ? new Date(first.from) : null;
}

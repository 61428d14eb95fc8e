import { awayUntil, type Calendar, worksAt } from "@/lib/sla/calendar";
import { nextWorkingAt } from "@/lib/sla/working-time";
import type { Presence } from "./rep";

/** Whether somebody works at a moment; who is away is away until they next work. */
export function presenceAt(calendar: Calendar | undefined, at: Date): Presence {
  if (!calendar || worksAt(calendar, at)) return { is: "at work" };
  const until = nextWorkingAt(calendar, at).getTime();
  return { is: awayUntil(calendar, at) ? "away" : "off", until };
}

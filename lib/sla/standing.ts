import { SECOND } from "@/lib/platform/durations";
import { type Calendar, worksAt } from "./calendar";
import { firstAttempt, type ResponseWindow, SOON_SECONDS } from "./response-window";
import { addWorkingMs, nextWorkingAt, workingMsBetween } from "./working-time";

/** What a rep was given: since when, how much working time there is, and when they work. */
export type Owed = { routedAt: Date; windowSeconds: number; calendar: Calendar };

/** The moment by which the first attempt is due. */
export function dueAt({ routedAt, windowSeconds, calendar }: Owed): Date {
  return addWorkingMs(calendar, routedAt, windowSeconds * SECOND);
}

/** The one arithmetic of the window: worked out when read, never stored (Q.2). */
export function responseWindow(owed: Owed, attempts: readonly Date[], now: Date): ResponseWindow {
  const { routedAt, windowSeconds, calendar } = owed;
  const windowMs = windowSeconds * SECOND;
  const first = firstAttempt(
    routedAt,
    attempts.filter((at) => at <= now),
  );
  if (first) {
    const tookMs = workingMsBetween(calendar, routedAt, first);
    return { state: "stopped", tookMs, overMs: Math.max(0, tookMs - windowMs) };
  }
  const leftMs = windowMs - workingMsBetween(calendar, routedAt, now);
  const startsAt = worksAt(calendar, now) ? null : nextWorkingAt(calendar, now);
  if (leftMs < 0) return { state: "late", overMs: -leftMs, startsAt };
  return { state: leftMs <= SOON_SECONDS * SECOND ? "soon" : "running", leftMs, startsAt };
}

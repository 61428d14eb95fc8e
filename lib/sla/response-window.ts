/** Article: after five minutes the prospect's attention has moved on. Seconds, from the routing. */
export const RESPONSE_WINDOW_SECONDS = 5 * 60;

/** From here on the clock asks for attention; before, it stays quiet (Q.1). Seconds left. */
export const SOON_SECONDS = 2 * 60;

const SECOND = 1000;

/**
 * How a handoff stands against its window. Milliseconds. `stopped` tells how long the first
 * attempt took, and by how much that was past the end (0 where it was in time).
 */
export type ResponseWindow =
  | { state: "running" | "soon"; leftMs: number }
  | { state: "late"; overMs: number }
  | { state: "stopped"; tookMs: number; overMs: number };

/** The moment by which the first attempt is due. */
export function dueAt(routedAt: Date): Date {
  return new Date(routedAt.getTime() + RESPONSE_WINDOW_SECONDS * SECOND);
}

/**
 * The first attempt since the routing, in whatever order attempts were told of (Q.2). One from
 * before the routing was made for an earlier handoff and stops nothing.
 */
export function firstAttempt(routedAt: Date, attempts: readonly Date[]): Date | null {
  const since = attempts.filter((at) => at >= routedAt);
  return since.length === 0 ? null : new Date(Math.min(...since.map((at) => at.getTime())));
}

/** The one arithmetic of the five minutes: worked out when read, never stored (Q.2). */
export function responseWindow(
  routedAt: Date,
  attempts: readonly Date[],
  now: Date,
): ResponseWindow {
  const end = dueAt(routedAt).getTime();
  const first = firstAttempt(
    routedAt,
    attempts.filter((at) => at <= now),
  );
  if (first) {
    const tookMs = first.getTime() - routedAt.getTime();
    return { state: "stopped", tookMs, overMs: Math.max(0, first.getTime() - end) };
  }
  const leftMs = end - now.getTime();
  if (leftMs < 0) return { state: "late", overMs: -leftMs };
  return { state: leftMs <= SOON_SECONDS * SECOND ? "soon" : "running", leftMs };
}

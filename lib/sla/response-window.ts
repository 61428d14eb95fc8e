/** Article: after five minutes the prospect's attention has moved on. Seconds, from the routing. */
export const RESPONSE_WINDOW_SECONDS = 5 * 60;

/** From here on the clock asks for attention; before, it stays quiet (Q.1). Seconds left. */
export const SOON_SECONDS = 2 * 60;

/**
 * How a handoff stands against its window, in working time of its owner. Milliseconds. `stopped`
 * tells how long the first attempt took, and by how much that was past the end (0 where it was in
 * time). `startsAt`: the clock stands still until then, because the owner does not work.
 */
export type ResponseWindow =
  | { state: "running" | "soon"; leftMs: number; startsAt: Date | null }
  | { state: "late"; overMs: number; startsAt: Date | null }
  | { state: "stopped"; tookMs: number; overMs: number };

/**
 * The first attempt since the routing, in whatever order attempts were told of (Q.2). One from
 * before the routing was made for an earlier handoff and stops nothing.
 */
export function firstAttempt(routedAt: Date, attempts: readonly Date[]): Date | null {
  const since = attempts.filter((at) => at >= routedAt);
  return since.length === 0 ? null : new Date(Math.min(...since.map((at) => at.getTime())));
}

/**
 * Seconds until the next try after the first, the second … failed one. The first ones are quick,
 * because five minutes are short; the last ones outlast greylisting and a restart. After as many
 * failures and one more it is given up.
 */
const DELAYS = [10, 30, 90, 300, 900] as const;
export const MOST_TRIES = DELAYS.length + 1;

/** When a delivery that failed `tries` times is tried again; null where it is given up. */
export function nextTry(tries: number, now: Date, wish: number | undefined): Date | null {
  const delay = DELAYS[tries - 1];
  if (delay === undefined) return null;
  return new Date(now.getTime() + Math.max(delay, wish ?? 0) * 1_000);
}

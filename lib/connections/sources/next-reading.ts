import { SECOND } from "@/lib/platform/durations";

/** How long nothing is asked once everything was read. */
const PAUSE_SECONDS = 5 * 60;
/** The first pause after a failure, and the longest; each is twice the one before. */
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 60 * 60;

/** When a stream that was read to its end is asked again. */
export const nextReading = (now: Date): Date => new Date(now.getTime() + PAUSE_SECONDS * SECOND);

/**
 * When a stream is asked again that failed `failures` times in a row. Pauses double, and between
 * half and all of each is taken by chance (`random`, from 0 to 1), so that what failed together does
 * not come back together. Never sooner than the other side wishes, in seconds. It is never given up.
 */
export function nextAfterFailure(
  failures: number,
  now: Date,
  wish: number | undefined,
  random: number,
): Date {
  const doubled = FIRST_SECONDS * 2 ** Math.min(Math.max(0, failures - 1), 10);
  const pause = Math.min(LONGEST_SECONDS, doubled) * (0.5 + random / 2);
  return new Date(now.getTime() + Math.max(pause, wish ?? 0) * SECOND);
}

import { HOUR } from "@/lib/platform/durations";

/**
 * What is told hours late, as after an outage of the other side's own, is looked for further back, but
 * not each time: so far back, so often, that costs less than asking for the last hour every five
 * minutes does.
 */
export const FAR_BACK_MS = 48 * HOUR;
const FAR_EVERY_MS = 6 * HOUR;

/** Whether it is time to look far back, and when that was last done, both in ms of one clock. */
export function lookBack(
  last: number | undefined,
  now: number,
): { isFar: boolean; looked: number } {
  const isFar = last !== undefined && now - last >= FAR_EVERY_MS;
  return { isFar, looked: isFar ? now : (last ?? now) };
}

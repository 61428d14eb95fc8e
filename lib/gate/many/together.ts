/** Leads that the first transaction of a run judges, and the most of any. */
export const FIRST_TOGETHER = 5;
const MOST_TOGETHER = 25;
/** What one transaction is to take: nobody waits longer for one of its leads, or for this process. */
const TAKES_MS = 100;

/** How many leads to judge in one transaction after so many took so long. */
export function nextTogether(together: number, tookMs: number): number {
  const fitting = Math.round((together * TAKES_MS) / tookMs);
  return Math.min(MOST_TOGETHER, Math.max(1, fitting));
}

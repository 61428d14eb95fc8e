/** Fewer timed summaries than this are no measure of the team. */
export const LEAST_TIMED = 10;

/** What the database counted of the summaries that were saved since a moment, by all together. */
export type Writing = {
  summaries: number;
  /** Approved without a change. */
  asDrafted: number;
  /** Those that were opened as a claim, so that their time is known; `seconds` is their sum. */
  timed: number;
  seconds: number;
  median: number | null;
  ninth: number | null;
  /** How many began with a draft, and the middle of how much of it was kept, in percent. */
  drafted: number;
  kept: number | null;
  /** Handoffs, and those of them that went out with a draft that nobody had seen to. */
  handoffs: number;
  unseen: number;
};

/** How the time for a summary stands, for the team; null where too few were timed. */
export function writingTime({ timed, seconds, median, ninth }: Writing) {
  if (timed < LEAST_TIMED || median === null || ninth === null || seconds <= 0) return null;
  return { median, ninth, perHour: (3_600 * timed) / seconds };
}

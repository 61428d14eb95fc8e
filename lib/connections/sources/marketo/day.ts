import { DAY, HOUR } from "@/lib/platform/durations";

/** 'Resets daily at 12:00AM CST', in ms after midnight UTC. */
const RESET_MS = 6 * HOUR;

/** The day by which Marketo counts questions, as 2026-06-03; it begins at midnight, Central time. */
export const quotaDay = (now: Date): string =>
  new Date(now.getTime() - RESET_MS).toISOString().slice(0, 10);

/** When such a day ends, and the allowance of questions is back. */
export const endOfQuotaDay = (day: string): Date => new Date(Date.parse(day) + DAY + RESET_MS);

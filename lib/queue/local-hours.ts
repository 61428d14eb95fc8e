import { formatTime } from "@/lib/platform/format";

/** Outside of these hours a call is likely to wake somebody or to find nobody. Full hours. */
const FIRST_HOUR = 8;
const LAST_HOUR = 19;

/** What time it is where the lead is: "14:32", and whether one would rather not call. */
export type LocalHours = { time: string; quiet: boolean };

/** Null where the lead's zone is not known, so that nobody calls on a guess. */
export function localHours(timeZone: string | null, now: Date): LocalHours | null {
  if (!timeZone) return null;
  const time = formatTime(now, { locale: "en-GB", timeZone });
  const hour = Number(time.slice(0, 2));
  return { time, quiet: hour < FIRST_HOUR || hour >= LAST_HOUR };
}

import { formatTime } from "@/lib/platform/format";
import { formatter } from "@/lib/platform/intl";

/** Outside of these hours, or on a day off, a call is likely to wake somebody or to find nobody. Full hours. */
const FIRST_HOUR = 8;
const LAST_HOUR = 19;

/** Where one rests on Friday and Saturday, as Unicode's CLDR has their weekends. */
const FRIDAYS_OFF =
  /^(Asia\/(Aden|Amman|Baghdad|Bahrain|Damascus|Jerusalem|Kuwait|Muscat|Qatar|Riyadh)|Africa\/(Algiers|Cairo|Khartoum|Tripoli))$/;

/** What time it is where the lead is: "14:32", and whether one would rather not call. */
type LocalHours = { time: string; quiet: boolean };

/** Null where the lead's zone is not known, so that nobody calls on a guess. */
export function localHours(timeZone: string | null, now: Date): LocalHours | null {
  if (!timeZone) return null;
  const time = formatTime(now, { locale: "en-GB", timeZone });
  const hour = Number(time.slice(0, 2));
  const day = formatter(Intl.DateTimeFormat, "en-GB", { timeZone, weekday: "short" }).format(now);
  const off = day === "Sat" || day === (FRIDAYS_OFF.test(timeZone) ? "Fri" : "Sun");
  return { time, quiet: off || hour < FIRST_HOUR || hour >= LAST_HOUR };
}

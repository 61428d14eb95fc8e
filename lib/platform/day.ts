import { DAY, MINUTE } from "@/lib/platform/durations";
import { formatter } from "./intl";

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const shown = formatter(Intl.DateTimeFormat, "en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d+):(\d+)/.exec(shown ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/**
 * The first instant of a day ("2026-12-01") on the clocks of an IANA zone, which need not be 00:00
 * where they change at midnight.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`);
  const [first, second] = [asIfUtc - DAY, asIfUtc + DAY]
    .map((at) => asIfUtc - aheadOfUtc(at, timeZone))
    .toSorted((one, other) => one - other)
    .map((at) => new Date(at)) as [Date, Date];
  return dayOf(first, timeZone) === day ? first : second;
}

/** The day ("2026-12-01") that an instant falls on, on the clocks of an IANA zone. */
export function dayOf(at: Date, timeZone: string): string {
  return new Date(at.getTime() + aheadOfUtc(at.getTime(), timeZone)).toISOString().slice(0, 10);
}
